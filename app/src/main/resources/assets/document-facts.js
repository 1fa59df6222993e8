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
  const [partner, posted] = await Promise.all([partnerFacts(declaration, document), postedFacts(declaration, document)]);
  if (side.dataset.for !== document.number + "/" + document.etag) return;
  const kept = side.querySelector(".dossier") ?? element("div", { class: "dossier" });
  side.replaceChildren(...partner, ...posted, kept);
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
