// A document page: header, lines in the grid, totals, status, posting; what belongs to it at the side.
import { badge, call, element, get, icon, notice, ProblemAnswer, reader } from "./api.js";
import { problems } from "./actions.js";
import { register } from "./document-actions.js";
import { DocumentLines } from "./document-lines.js";
import { DocumentHead } from "./document-head.js";
import { prepare } from "./grid-columns.js";
import { GridKeys } from "./grid-keys.js";
import { countIssues, fromTheStart, listen } from "./grid-page.js";
import { offerColumns, offerSide, reveal } from "./grid-settings.js";
import { GridView } from "./grid-view.js";
import { watchChanges } from "./live.js";
import { Pasting } from "./paste.js";
import { PostPanel } from "./post-panel.js";
import { postedOf, sideFacts } from "./document-facts.js";
import { offered, register as registerSubstitutes } from "./substitutes.js";
import { said, writeDate, writeNumber } from "./values.js";

const declaration = JSON.parse(document.getElementById("document").textContent);
const texts = declaration.texts;
const byId = id => document.getElementById(id);
const columns = prepare(declaration);
const LOOKED_UP = { item: "items", charge: "itemCharges", account: "accounts", resource: "resources" };
columns.forEach(column => {
  column.computed = column.readOnly;
  if (column.name === "lineObjectNumber") column.collection = () => LOOKED_UP[keys?.line?.values.lineType || keys?.line?.proposed?.lineType || "item"];
});
let keys;
const view = new GridView(byId("grid"), columns, texts);
view.itemsCollection = columns.find(column => column.name === "lineObjectNumber").collection;
const lines = new DocumentLines(declaration, columns, { shown, structure, state, failed, header, merged });
view.above = line => lines.all[lines.all.indexOf(line) - 1];
keys = new GridKeys(lines, view, columns, texts, moved);
new Pasting(lines, keys, columns, texts, byId("mapping"));
const head = new DocumentHead(declaration, byId("header"), { document: () => lines.document, changed: take, created });
const panel = new PostPanel({
  title: () => texts["post-title"].replace("{document}", lines.document.number ?? ""),
  lines: () => lines.totals.lines,
  mayPost: declaration.mayPost,
  settled: () => lines.settled(),
  choices: declaration.postings,
  preview: choice => call("POST", lines.address("preview"), choice.choice).then(answer => ({ issues: [], valueEntries: [], generalLedgerAccounts: [], stock: [], adjustments: 0, ...answer })),
  post: (choice, key) => call("POST", lines.address("post"), choice.choice, { "Idempotency-Key": key, "If-Match": '"' + lines.document.etag + '"' }),
  position: issue => { const at = lines.all.findIndex(line => line.id === (issue.target?.sequence ?? -1)); return at >= 0 ? at + 1 : "–"; },
  print: answer => paperOf(answer),
  another: () => { location.href = "/" + declaration.path + "/new"; },
  goTo: issue => goTo(lines.all.findIndex(line => line.id === (issue.target?.sequence ?? -1)), issue.target?.field),
}, texts, posted, () => keys.go(keys.row, keys.column));

offerColumns(declaration, texts, byId("grid-settings"));
offerSide(byId("facts"), texts, byId("grid-settings"));

const AVAILABLE = columns.some(column => column.name === "availableQuantity");
let availabilityTimer;

/** What a line is told of its goods; the first is about the quantity, the others are about the item. */
const TOLD = ["availability.shortage", "items.blocked", "items.sales-blocked"];

/** What is free for each line; where it is not enough, the line says so, offers what may be sold instead, and nothing is refused. */
function availability() {
  if (!AVAILABLE || !lines.document.number) return;
  clearTimeout(availabilityTimer);
  availabilityTimer = setTimeout(async () => {
    const found = (await get(lines.address("availability")).catch(() => ({ value: [] }))).value;
    const known = new Map(lines.all.filter(line => line.id !== 0).map(line => [line.id, line]));
    let told = 0;
    found.forEach(one => {
      const line = known.get(one.sequence);
      const before = line?.issues.find(issue => TOLD.includes(issue.code));
      const offers = JSON.stringify(one.substitutes);
      if (!line || (line.values.availableQuantity === String(one.available) && before?.message === (one.message || undefined) && line.offers === offers)) return;
      told++;
      line.offers = offers;
      line.values.availableQuantity = String(one.available);
      line.issues = line.issues.filter(issue => !TOLD.includes(issue.code));
      if (one.message) line.issues.push({ field: one.code === TOLD[0] ? "quantity" : "lineObjectNumber", severity: "warning", code: one.code, message: one.message, actions: isOpen() ? offered(page, line, one.substitutes) : [] });
      view.draw(line);
    });
    if (told === 0) return;
    byId("grid").querySelector("td.now")?.scrollIntoView({ block: "nearest" });   // warnings are rows of their own
    state();
  }, 400);
}

function isOpen() {
  return lines.document.status === "open" && declaration.mayChange;
}

function shown(line) {
  view.draw(line);
  const last = lines.all.at(-1);
  if (line === last && !lines.isEmpty(line)) addBlank();
}

/** The last line of an open document is always a new one. */
function addBlank() {
  if (isOpen()) {
    const blank = lines.blank();
    blank.proposed = { lineType: "item" };
    lines.all.push(blank);
  }
  draw();
}

function structure() {
  const last = lines.all.at(-1);
  if (isOpen() && (!last || !lines.isEmpty(last) || last.inFlight)) { addBlank(); return; }
  draw();
}

function draw() {
  view.structure(lines.all);
  if (lines.all.length) view.draw(lines.all.at(-1));
  state();
}

function plural(key, count) {
  return texts[key + (new Intl.PluralRules(document.documentElement.lang).select(count) === "one" ? ".one" : ".other")].replace("{count}", writeNumber(String(count)));
}

function state() {
  countIssues(lines.issues.map(one => one.issue), plural);
  byId("saved").textContent = !lines.document.number ? "" : lines.sending ? texts.saving : lines.offline ? texts.unsaved : texts.saved;
}

const SHAPES = { open: ["neutral", "s-ring"], released: ["info", "s-half"] };

/** Everything above and below the lines follows the document. */
function header(found) {
  const [style, shape] = SHAPES[found.status] ?? ["neutral", "s-ring"];
  byId("status").replaceChildren(badge(style, shape, texts["status." + found.status]));
  if (found.number) byId("title").textContent = [found.number, found.vendorName ?? found.customerName ?? [found.transferFromCode, found.transferToCode].filter(Boolean).join(" – ")].filter(Boolean).join(" ");
  document.title = byId("title").textContent + " – Stockbook";
  const release = byId("release");
  release.replaceChildren(texts[found.status === "open" ? "release" : "reopen"] + " ", element("kbd", {}, "Ctrl F9"));
  columns.forEach(column => { column.readOnly = column.computed || !declaration.mayChange || (found.status !== "open" && !declaration.afterRelease.includes(column.name)); });
  const currency = found.currencyCode || reader.currency;
  const inCurrency = text => currency ? text + ", " + currency : text;
  byId("figures").replaceChildren(...declaration.figures.map(figure => element("div", { class: "figure" }, element("span", { class: "cap" }, inCurrency(figure.text)), element("span", { class: "v" }, writeNumber(String(found[figure.name] ?? 0), 2, 2)))));
  byId("totals").replaceChildren(...declaration.totals.flatMap((total, at) => {
    const style = at === declaration.totals.length - 1 ? "sum" : "";
    return [element("dt", { class: style }, style ? inCurrency(total.text) : total.text), element("dd", { class: style }, writeNumber(String(found[total.name] ?? 0), 2, 2))];
  }), ...(found.dueDate ? [element("dt", {}, texts["due"]), element("dd", {}, writeDate(found.dueDate))] : []));
  path(found);
  head.show(found);
  availability();
}

let isGone = false;

/** How far the document has come: open, released, handled, invoiced. */
function path(found) {
  const all = lines.all.filter(line => line.id !== 0).map(line => line.base);
  const sum = names => all.reduce((total, values) => total + names.reduce((part, name) => part + Number(values[name] ?? 0), 0), 0);
  const quantity = sum(["quantity"]);
  const share = part => isGone ? 100 : quantity ? Math.round(100 * part / quantity) : 0;
  const steps = [[texts["status.open"], found.status === "open"], [texts["status.released"], found.status === "released"]];
  const progress = ["shippedQuantity", "receivedQuantity", "invoicedQuantity"].filter(name => columns.some(column => column.name === name));
  progress.forEach(name => steps.push([texts[name].replace("{percent}", share(sum([name]))), isGone || sum([name]) > 0]));
  byId("path").replaceChildren(...steps.map(([words, reached]) => element("li", { "aria-current": reached ? "step" : null }, words)));
}

function take(found) {
  delete byId("linefacts").dataset.key;   // they may tell of what the line was about before
  if (found[declaration.lines]) {
    lines.take(found);
    reveal(declaration, lines.all);
  } else { lines.document = { ...lines.document, ...found }; lines.changed(); }
  sideFacts(declaration, lines.document, byId("facts"));
}

function created(found) {
  history.replaceState(null, "", "/" + declaration.path + "/" + encodeURIComponent(found.number));
  declaration.number = found.number;
  document.querySelector(".crumbs [aria-current]").textContent = found.number;
  take(found);
  keys.go(lines.all.length - 1, columns.findIndex(column => column.quickEntry));
  watch();
}

function failed(failure) {
  if (failure.problem?.code === "common.changed-by-another") return;
  const strip = byId("mapping");
  const again = () => { strip.hidden = true; lines.offline = false; lines.send(); };
  strip.className = "banner danger mapping";
  strip.replaceChildren(failure.message, element("button", { class: "btn sm", type: "button", onclick: again }, reader.texts["shell.try-again"]),
    element("button", { class: "btn sm", type: "button", onclick: () => { strip.hidden = true; lines.offline = false; reload(); } }, texts.reload));
  strip.hidden = false;
  state();
}

function merged(deleted, by) {
  notice(by ? texts["changed-by"].replace("{user}", by) : deleted ? texts["merged-deleted"] : texts.merged);
}

function moved(line, column, newRow) {
  const issue = line.issues.find(one => one.field === column.name);
  if (issue) byId("announce").textContent = said(texts.line.replace("{line}", lines.all.indexOf(line) + 1) + ", " + column.title, issue.message);
  if (newRow || !byId("linefacts").dataset.key) lineFacts(line);
}

/** The current line below the grid. */
async function lineFacts(line) {
  const box = byId("linefacts");
  box.dataset.key = line.key;
  const number = line.values.lineObjectNumber;
  if (!number || line.values.lineType !== "item") { box.replaceChildren(isOpen() && !number ? element("p", { class: "muted" }, texts["line-begin"]) : ""); return; }
  const title = element("h2", {}, said(texts.line.replace("{line}", lines.all.indexOf(line) + 1), line.values.description ?? ""));
  const stock = await get("stock?filter=" + encodeURIComponent(`itemNumber eq '${number.replaceAll("'", "''")}'`)).catch(() => ({ value: [] }));
  if (box.dataset.key !== String(line.key)) return;
  box.replaceChildren(title, element("div", { class: "cap" }, texts["line-stock"]), element("dl", { class: "facts" }, ...stock.value.slice(0, 6).flatMap(row => [element("dt", {}, row.locationCode || texts["facts.no-location"]), element("dd", {}, writeNumber(String(row.quantity ?? 0)))])),
    line.values.orderedItemNumber ? element("p", { class: "muted" }, texts["substitute-ordered"].replace("{item}", [line.values.orderedItemNumber, line.values.orderedItemVariantCode].filter(Boolean).join(" "))) : "",
    element("div", { class: "chips" }, element("a", { href: "/items/" + encodeURIComponent(number) }, number), element("a", { href: "/item-availability?itemNumber=" + encodeURIComponent(number) }, texts["line-availability"])));
}

function posted(answer) {
  const made = (answer.documents ?? []).map(one => element("a", { href: postedLink(one) }, one.number));
  const strip = byId("mapping");
  strip.className = "banner success mapping";
  strip.replaceChildren(icon("circle-check"), element("span", {}, texts["document-posted"].replace("{document}", lines.document.number)), ...made,
    ...(answer.itemRegisters ?? []).map(register => element("a", { href: "/item-ledger-entries?registerNumber=" + register }, texts["register"].replace("{register}", register))));
  strip.hidden = false;
  if (answer.document) {
    take(answer.document);
    keys.go(keys.row, keys.column);
  } else {
    gone();
    strip.querySelector("a")?.focus();
  }
}

/** Completely posted: nothing is left of it but what was posted. */
function gone() {
  isGone = true;
  lines.document = { ...lines.document, status: "released" };
  lines.all = [];
  byId("status").replaceChildren(badge("success", "s-tick", texts["status.closed"]));
  byId("post")?.setAttribute("aria-disabled", "true");
  byId("release").setAttribute("aria-disabled", "true");
  byId("header").inert = true;
  path(lines.document);
  draw();
  sideFacts(declaration, { ...lines.document, etag: "posted" }, byId("facts"));
}

/** The paper of the last document that was made: the invoice where there is one. */
function paperOf(answer) {
  const made = Object.entries(answer).filter(([key, value]) => key !== "documents" && Array.isArray(value) && value[0]?.number).at(-1);
  return made ? "/api/v1/" + made[0] + "/number:" + encodeURIComponent(made[1][0].number) + "/pdf" : "";
}

const camelCase = word => word.toLowerCase().replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

function postedLink(one) {
  return "/" + postedOf(declaration).path + "/" + camelCase(one.documentType) + "." + encodeURIComponent(one.number);
}

function goTo(row, field) {
  if (row >= 0) keys.go(row, Math.max(0, columns.findIndex(column => column.name === field)));
}

function nextIssue(by) {
  const list = lines.all.map((line, row) => ({ line, row })).filter(one => one.line.issues.length > 0);
  const next = by > 0 ? list.find(one => one.row > keys.row) ?? list[0] : list.findLast(one => one.row < keys.row) ?? list.at(-1);
  if (next) keys.go(next.row, Math.max(0, columns.findIndex(column => column.name === next.line.issues[0].field)));
}

async function release() {
  if (!lines.document.number) return;
  keys.commit();
  await lines.settled();
  try {
    take(await call("POST", lines.address(lines.document.status === "open" ? "release" : "reopen"), {}, { "If-Match": '"' + lines.document.etag + '"' }));
    keys.go(keys.row, keys.column);
  } catch (failure) {
    if (failure.problem?.code === "common.changed-by-another") { await lines.merge(); return; }
    if (failure instanceof ProblemAnswer) problems(byId("release").textContent, failure.problem);
    else throw failure;
  }
}

async function reload() {
  take(await get(lines.address("")));
}

const page = { declaration, lines, keys, take };
register(page);
registerSubstitutes(page);

function openPanel(then) {
  if (byId("post").getAttribute("aria-disabled") !== "true" && lines.document.number) keys.finish(() => panel.open(then));
}

byId("post")?.addEventListener("click", () => openPanel());
byId("release").addEventListener("click", () => { if (byId("release").getAttribute("aria-disabled") !== "true") release(); });
byId("issue-count").addEventListener("click", () => nextIssue(1));
listen({ declaration, lines, keys, texts, nextIssue, mayChange: isOpen, leave: true, post: declaration.postings.length ? openPanel : null, sections: ["header", "grid", "linefacts", "facts"].map(byId) });

let live = null;

/** What others change is shown at once, but never under the hands of somebody who types: then it is told, and shown when the cell is left. */
function watch() {
  live ??= watchChanges(() => declaration.path + "/" + encodeURIComponent(lines.document.number), () => lines.document.number && lines.document.etag, changedByOthers);
}

async function changedByOthers({ version, by }) {
  await lines.settled();
  await head.queue;
  if (Number(lines.document.etag) >= version && version > 0) return;
  if (version === 0) {
    if (byId("header").inert) return;
    live.close();
    notice(texts["gone"], "danger");
    return;
  }
  const isTyping = () => byId("grid").querySelector("input, select, textarea") || byId("header").contains(document.activeElement) || document.querySelector("dialog[open]");
  if (isTyping()) notice(texts["changed-by"].replace("{user}", by));
  while (isTyping()) await new Promise(resolve => setTimeout(resolve, 300));
  await lines.settled();
  if (Number(lines.document.etag) >= version) return;
  const focused = document.activeElement === document.body || byId("grid").contains(document.activeElement);
  await lines.merge(by);
  if (focused) keys.go(Math.min(keys.row, lines.all.length - 1), keys.column);
}

async function start() {
  if (!declaration.number) {
    header({ status: "open" });
    byId("linefacts").replaceChildren(element("p", { class: "muted" }, texts["begin." + declaration.partner] ?? texts.begin));
    head.fresh();
    return;
  }
  lines.document = { number: declaration.number };
  take(await get(lines.address("")));
  if (lines.all.length) keys.go(lines.all.length - 1, columns.findIndex(column => column.quickEntry));
  fromTheStart();
  watch();
}

/** Somebody who follows an old link learns what may have become of the document. */
function notThere() {
  const list = element("a", { class: "btn primary", href: "/" + declaration.path }, texts["to-list"]);
  document.getElementById("main").replaceChildren(element("div", { class: "canvas" }, element("div", { class: "empty" }, element("h1", {}, said(declaration.number, texts["not-there"])), element("p", {}, texts["not-there.why"]), list)));
  list.focus();
}

start().catch(failure => {
  if (failure.problem?.status === 404) { notThere(); return; }
  byId("mapping").className = "banner danger mapping";
  byId("mapping").replaceChildren(failure.message);
  byId("mapping").hidden = false;
});
