// A journal page: brings lines, grid, keys, pasting and posting together.
import { call, element, get, icon, reader } from "./api.js";
import { prepare } from "./grid-columns.js";
import { GridKeys } from "./grid-keys.js";
import { countIssues, fromTheStart, listen } from "./grid-page.js";
import { Lines } from "./grid-lines.js";
import { offerColumns, offerSide, reveal } from "./grid-settings.js";
import { GridView } from "./grid-view.js";
import { offerImport } from "./import-lines.js";
import { Pasting } from "./paste.js";
import { PostPanel } from "./post-panel.js";
import { said, writeNumber } from "./values.js";

const declaration = JSON.parse(document.getElementById("worksheet").textContent);
const texts = declaration.texts;
const columns = prepare(declaration);
const byId = id => document.getElementById(id);
const view = new GridView(byId("grid"), columns, texts);
const lines = new Lines(declaration, { shown: line => { view.draw(line); if (line === keys?.line && !line.inFlight) stockSoon(line); view.draw(lines.all.at(-1)); if (line === lines.all.at(-1) && !lines.isEmpty(line)) addBlank(); }, structure, state, failed });
view.above = line => lines.all[lines.all.indexOf(line) - 1];
let keys;
let stockTimer;
keys = new GridKeys(lines, view, columns, texts, moved);
new Pasting(lines, keys, columns, texts, byId("mapping"));
const panel = new PostPanel({
  title: () => texts["post-title"].replace("{batch}", lines.batch),
  lines: () => lines.totals.lines,
  mayPost: declaration.mayPost,
  settled: () => lines.settled(),
  preview: () => call("POST", lines.address("preview"), {}),
  post: (choice, key) => call("POST", lines.address("post"), {}, { "Idempotency-Key": key, "If-Match": '"' + lines.totals.version + '"' }),
  position: issue => { const at = lines.all.findIndex(line => line.id === issue.target?.id); return at >= 0 ? at + 1 : "–"; },
  goTo: issue => goTo(lines.all.findIndex(line => line.id === issue.target?.id), issue.target?.field),
}, texts, posted, () => keys.go(keys.row, keys.column));
let factsTimer;

/** The last line is always a new one. */
function addBlank() {
  const blank = lines.blank();
  blank.proposed = { postingDate: reader.workDate, entryType: columns.find(column => column.name === "entryType")?.choices[0]?.value ?? "", ...declaration.proposed };
  lines.all.push(blank);
  structure();
}

function structure() {
  const last = lines.all.at(-1);
  if (!last || !lines.isEmpty(last) || last.inFlight) { addBlank(); return; }
  view.structure(lines.all);
  view.draw(last);
  state();
}

function plural(key, count) {
  return texts[key + (new Intl.PluralRules(document.documentElement.lang).select(count) === "one" ? ".one" : ".other")].replace("{count}", writeNumber(String(count)));
}

function state() {
  byId("batch").dataset.version = lines.totals.version ?? "";
  byId("line-count").textContent = plural("count.lines", lines.all.length - 1);
  countIssues(lines.issues.map(one => one.issue), plural);
  byId("saved").textContent = lines.sending ? texts.saving : lines.offline ? texts.unsaved : texts.saved;
  const figure = (key, value) => element("span", {}, element("span", { class: "muted" }, texts[key]), " ", element("b", {}, writeNumber(value ?? "0", 2, 2)));
  byId("totals").replaceChildren(...sums().map(([key, value]) => figure(key, value)), element("span", { class: "right muted" }, element("kbd", {}, "F9"), " " + texts["f9-hint"]));
}

const cents = amount => { const [whole, decimals = ""] = String(amount ?? "0").split("."); return BigInt(whole + decimals.padEnd(2, "0")); };
const amountOf = value => (value < 0n ? "-" : "") + (value < 0n ? -value : value).toString().padStart(3, "0").replace(/(..)$/, ".$1");

/** What the lines come to: goods in and out, or debit, credit and what they still differ by. */
function sums() {
  const { increases, decreases } = lines.totals;
  if (declaration.lines !== "journalLines") return [["in", increases], ["out", decreases]];
  return [["head.debit", increases], ["head.credit", decreases], ["balance", amountOf(cents(increases) - cents(decreases))]];
}

function failed(failure) {
  const retry = element("button", { class: "btn sm", type: "button", onclick: () => { byId("mapping").hidden = true; lines.offline = false; lines.send(); } }, reader.texts["shell.try-again"]);
  const reload = element("button", { class: "btn sm", type: "button", onclick: () => { byId("mapping").hidden = true; lines.offline = false; lines.waiting = []; lines.removed = []; lines.open(lines.batch); } }, texts.reload);
  byId("mapping").replaceChildren(failure.message, retry, reload);
  byId("mapping").hidden = false;
  state();
}

function posted(answer) {
  const link = (address, words) => element("a", { href: address }, words);
  byId("mapping").className = "banner success mapping";
  const ledger = answer.generalLedgerRegisterNumber;
  const register = ledger ?? answer.itemRegisterNumber;
  const links = ledger
    ? [link("/general-ledger-entries?registerNumber=" + ledger, plural("count.gl-entries", answer.generalLedgerEntries))]
    : [link("/item-ledger-entries?registerNumber=" + register, plural("count.item-entries", answer.itemLedgerEntries)),
      link("/value-entries?registerNumber=" + register, plural("count.value-entries", answer.valueEntries)),
      link("/general-ledger-entries?itemRegisterNumber=" + register, plural("count.gl-entries", answer.generalLedgerEntries))];
  byId("mapping").replaceChildren(icon("circle-check"), element("span", {}, texts.posted.replace("{register}", register) + " "), ...links);
  byId("mapping").hidden = false;
  lines.open(lines.batch).then(() => keys.go(0, columns.findIndex(column => column.quickEntry)));
}

function moved(line, column, newRow) {
  const issue = line.issues.find(one => one.field === column.name);
  if (issue) byId("announce").textContent = said(texts.line.replace("{line}", lines.all.indexOf(line) + 1) + ", " + column.title, issue.message);
  if (newRow && byId("facts").dataset.item === (line.values.itemNumber ?? "")) { lineHead(line); stockSoon(line); return; }
  if (!newRow && byId("facts").dataset.item === (line.values.itemNumber ?? "")) return;
  clearTimeout(factsTimer);
  factsTimer = setTimeout(() => facts(line), 150);
}

function lineHead(line) {
  const place = byId("facts").querySelector(".linenumber");
  if (place) place.textContent = texts.line.replace("{line}", lines.all.indexOf(line) + 1);
}

/** What the line does to stock is asked for when the line is kept, and when another one becomes the current one. */
function stockSoon(line) {
  clearTimeout(stockTimer);
  stockTimer = setTimeout(() => stockAfter(line), 150);
}

async function stockAfter(line) {
  const section = byId("facts").querySelector(".stockafter");
  if (!section || !line.id || keys.line !== line) return;
  const found = (await get(lines.address(declaration.lines + "/" + line.id + "/stock")).catch(() => ({ value: [] }))).value;
  if (keys.line !== line || !section.isConnected) return;
  section.hidden = found.length === 0;
  const figure = (key, value, style = "") => [element("dt", { class: style }, key), element("dd", { class: style + (value.startsWith("-") && style ? " bad" : "") }, writeNumber(value))];
  section.replaceChildren(element("h2", {}, texts["facts.stock-after"]), ...found.map(place => element("dl", { class: "facts" },
    ...figure(placeOf(place.itemVariantCode, place.locationCode), place.onHand),
    ...(Number(place.above) ? figure(texts["facts.lines-above"], place.above) : []),
    ...figure(texts["facts.this-line"], place.moved),
    element("dt", { class: "sum" }, texts["facts.after-posting"]), element("dd", { class: "sum " + (place.after.startsWith("-") ? "bad" : "") }, writeNumber(place.after) + " " + place.unitOfMeasureCode))),
  found.some(place => place.after.startsWith("-")) ? element("p", { class: "bad" }, texts["facts.below-zero"]) : "");
}

const placeOf = (variant, location) => [variant, location || texts["facts.no-location"]].filter(Boolean).join(" ");

async function facts(line) {
  const side = byId("facts");
  const number = line.values.itemNumber ?? "";
  side.dataset.item = number;
  const head = element("section", {}, element("div", { class: "cap linenumber" }, texts.line.replace("{line}", lines.all.indexOf(line) + 1)), number ? element("a", { class: "b", href: "/items/" + encodeURIComponent(number) }, number) : "", element("div", {}, line.values.description ?? ""));
  const sections = [head];
  if (number) {
    const [items, stock] = await Promise.all([
      get("items?filter=" + encodeURIComponent(`number eq '${number.replaceAll("'", "''")}'`)).catch(() => ({ value: [] })),
      get("stock?filter=" + encodeURIComponent(`itemNumber eq '${number.replaceAll("'", "''")}'`)).catch(() => ({ value: [] }))]);
    const item = items.value[0];
    if (item) {
      const fact = (key, value, style = "") => [element("dt", { class: style }, key), element("dd", { class: style }, value)];
      sections.push(element("section", {}, element("h2", {}, texts["facts.stock"]), element("dl", { class: "facts" },
        ...stock.value.flatMap(row => fact(placeOf(row.variantCode, row.locationCode), writeNumber(row.quantity))),
        ...fact(texts["facts.total"], writeNumber(item.inventory ?? "0") + " " + (item.baseUnitOfMeasureCode ?? ""), "sum"))),
      element("section", {}, element("h2", {}, texts["facts.cost"]), element("dl", { class: "facts" },
        ...fact(texts["facts.method"], declaration.costingMethods[item.costingMethod] ?? ""), ...fact(texts["facts.unit-cost"], writeNumber(item.unitCost ?? "0", 2, 5)))));
    }
  }
  if (side.dataset.item === number) {
    if (number) sections.splice(1, 0, element("section", { class: "stockafter", hidden: true }));
    side.replaceChildren(...sections);
    stockAfter(line);
  }
}

function goTo(row, field) {
  if (row >= 0) keys.go(row, Math.max(0, columns.findIndex(column => column.name === field)));
}

function nextIssue(by) {
  const list = lines.all.map((line, row) => ({ line, row })).filter(one => one.line.issues.length > 0);
  const next = by > 0 ? list.find(one => one.row > keys.row) ?? list[0] : list.findLast(one => one.row < keys.row) ?? list.at(-1);
  if (next) keys.go(next.row, Math.max(0, columns.findIndex(column => column.name === next.line.issues[0].field)));
}

async function check() {
  keys.commit();
  await lines.settled();
  const answer = await call("POST", lines.address("validate"), {});
  lines.all.forEach(line => {
    line.issues = answer.issues.filter(issue => issue.target.id === line.id).map(issue => ({ ...issue, field: issue.target.field }));
    view.draw(line);
  });
  state();
  nextIssue(1);
}

document.addEventListener("keydown", event => {
  if (event.key === "F9" && !event.altKey && !event.ctrlKey) { event.preventDefault(); keys.finish(() => panel.open()); }
});
listen({ declaration, lines, keys, texts, nextIssue, mayChange: () => true, leave: false, post: () => panel.open(), sections: ["grid", "mapping", "facts"].map(byId) });
byId("post").addEventListener("click", () => panel.open());
byId("check").addEventListener("click", check);
byId("issue-count").addEventListener("click", () => nextIssue(1));

async function start() {
  const batches = (await get(declaration.batches + "?top=1000")).value;
  const batch = batches.find(one => one.code === declaration.batch) ?? batches[0];
  byId("batch").replaceChildren(...batches.map(one => element("option", { value: one.code, selected: one.code === batch.code }, one.code)));
  byId("batch").addEventListener("change", () => {
    history.replaceState(null, "", "?batch=" + encodeURIComponent(byId("batch").value));
    lines.open(byId("batch").value).then(() => keys.go(0, keys.column));
  });
  await lines.open(batch.code);
  reveal(declaration, lines.all);
  keys.go(lines.all.length - 1, columns.findIndex(column => column.quickEntry));
  fromTheStart();
  takeAlong();
}

/** The item that one comes from is that of the new line; what is missing is how much. */
function takeAlong() {
  if (!declaration.itemNumber || !columns.some(column => column.name === "itemNumber")) return;
  const { line, row } = keys;
  history.replaceState(null, "", location.pathname + (declaration.batch ? "?batch=" + encodeURIComponent(declaration.batch) : ""));
  lines.change([...keys.inherited(line, row, ["itemNumber"]), { line, field: "itemNumber", value: declaration.itemNumber }]);
  keys.go(row, columns.findIndex(column => column.name === "quantity"));
}

offerColumns(declaration, texts, byId("grid-settings"));
offerSide(byId("facts"), texts, byId("grid-settings"));
offerImport(texts, rest => lines.address(rest), () => lines.open(lines.batch));
start().catch(failed);
