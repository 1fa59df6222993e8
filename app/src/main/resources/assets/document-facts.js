// Beside a document: the partner, and what was posted from it.
import { element, get } from "./api.js";
import { dossier } from "./dossier.js";
import { writeDate, writeNumber } from "./values.js";

const quoted = text => `'${String(text).replaceAll("'", "''")}'`;

/** Where what was posted of a document is listed. */
export function postedOf(declaration) {
  return declaration.partner === "vendorNumber" ? { path: "posted-purchase-documents", collection: "postedPurchaseDocuments" }
    : declaration.partner === "customerNumber" ? { path: "posted-sales-documents", collection: "postedSalesDocuments" }
      : { path: "posted-transfers", collection: "postedTransfers" };
}

export async function sideFacts(declaration, document, side) {
  if (!document.number || side.dataset.for === document.number + "/" + document.etag) return;
  side.dataset.for = document.number + "/" + document.etag;
  const [partner, posted, waiting] = await Promise.all([partnerFacts(declaration, document), postedFacts(declaration, document), waitingFacts(declaration, document)]);
  if (side.dataset.for !== document.number + "/" + document.etag) return;
  const kept = side.querySelector(".dossier") ?? element("div", { class: "dossier" });
  side.replaceChildren(...partner, ...posted, ...waiting, kept);
  dossier(declaration.collection + "/number:" + encodeURIComponent(document.number), kept);
}

async function partnerFacts(declaration, document) {
  const purchase = declaration.partner === "vendorNumber";
  const number = document[declaration.partner];
  if (!number || postedOf(declaration).collection === "postedTransfers") return [];
  const found = (await get((purchase ? "vendors" : "customers") + "?filter=" + encodeURIComponent("number eq " + quoted(number))).catch(() => ({ value: [] }))).value[0] ?? {};
  const texts = declaration.texts;
  const facts = [["balance", found.balance], ["balance-due", found.overdueAmount], ["on-order", found.onOrder]].filter(([, value]) => value !== undefined);
  return [element("section", {}, element("h2", {}, texts[purchase ? "vendor" : "customer"]),
    element("a", { href: (purchase ? "/vendors/" : "/customers/") + encodeURIComponent(number) }, number), element("div", {}, found.displayName ?? found.name ?? document.partnerName ?? ""),
    element("dl", { class: "facts" }, ...facts.flatMap(([key, value]) => [element("dt", {}, texts[key]), element("dd", {}, writeNumber(String(value), 2, 2))])))];
}

async function postedFacts(declaration, document) {
  const { path, collection } = postedOf(declaration);
  const filter = "orderNumber eq " + quoted(document.number);
  const found = (await get(collection + "?filter=" + encodeURIComponent(filter)).catch(() => ({ value: [] }))).value;
  if (found.length === 0) return [];
  const texts = declaration.texts;
  return [element("section", {}, element("h2", {}, texts["posted-from"]), element("dl", { class: "facts" }, ...found.flatMap(row => [
    element("dt", {}, element("a", { href: "/" + path + "/" + encodeURIComponent(row.documentType + "." + row.number) }, row.number), " " + (texts["type." + row.documentType] ?? "")),
    element("dd", {}, writeDate(row.postingDate))])))];
}

const MOST_SHOWN = 8;

/** Who waits for what this document brings, and what its own lines wait for; what comes too late is said so. */
async function waitingFacts(declaration, document) {
  if (declaration.collection === "transferOrders" || declaration.postings.length === 0) return [];
  const found = (await get(declaration.collection + "/number:" + encodeURIComponent(document.number) + "/orderTracking").catch(() => ({ value: [] }))).value;
  const brings = found.filter(row => row.supplyNumber === document.number);
  const takes = found.filter(row => row.demandNumber === document.number);
  return [["waiting-for-this", brings, "demand"], ["waits-for", takes, "supply"]].filter(([, rows]) => rows.length).map(([key, rows, other]) => waitingList(declaration.texts, key, rows, other));
}

function waitingList(texts, key, rows, other) {
  const entries = rows.slice(0, MOST_SHOWN).flatMap(row => [
    element("dt", {}, element("a", { href: documentLink(row[other + "Kind"], row[other + "Number"]) }, row[other + "Number"]), " " + row.itemNumber + (row.itemVariantCode ? " " + row.itemVariantCode : "")),
    element("dd", { class: row.late ? "bad" : null, title: row.late ? texts["waiting-late"] : null }, texts["waiting-quantity"].replace("{quantity}", writeNumber(String(row.quantity))).replace("{date}", writeDate(row[other + "Date"])),
      row.late ? element("span", { class: "sr" }, " " + texts["waiting-late"]) : null)]);
  const more = rows.length > MOST_SHOWN ? element("div", { class: "muted" }, texts["waiting-more"].replace("{count}", rows.length - MOST_SHOWN)) : null;
  return element("section", { class: key }, element("h2", {}, texts[key]), element("dl", { class: "facts" }, ...entries), more);
}

/** salesOrder becomes /sales-orders. */
const documentLink = (kind, number) => "/" + kind.replace(/[A-Z]/g, letter => "-" + letter.toLowerCase()) + "s/" + encodeURIComponent(number);
