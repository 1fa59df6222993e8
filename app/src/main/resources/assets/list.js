// Lists by keyboard: arrows move, Enter opens, F3 searches, Alt F3 filters to the value under the pointer's last cell.
import { element, icon, notice, reader } from "./api.js";
import { bulk } from "./bulk.js";
import { rowFacts } from "./row-facts.js";
import { remember } from "./pager.js";

const tables = [...document.querySelectorAll("table.list")];
let current = null;
let column = 0;
let marked = null;

const rowsOf = table => [...table.tBodies[0].rows].filter(row => !row.classList.contains("further") && !row.hidden);
const facts = rowFacts(document.getElementById("rowfacts"), document.getElementById("toggle-facts"), () => current ?? rowsOf(tables[0])[0]);
const together = tables.length ? bulk(tables[0], document.getElementById("bulk")) : null;

function go(row) {
  if (!row) return;
  current?.classList.remove("cur");
  current?.removeAttribute("aria-selected");
  current = row;
  current.classList.add("cur");
  current.setAttribute("aria-selected", "true");
  current.setAttribute("tabindex", "-1");
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "nearest" });
  facts?.show(current);
  if (marked) mark();
}

/** The cell that keys such as Alt F3 speak of is seen as soon as somebody goes sideways. */
function mark() {
  marked?.classList.remove("at");
  marked = current?.cells[column] ?? null;
  marked?.classList.add("at");
  marked?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function sideways(by) {
  column = Math.max(0, Math.min(current.cells.length - 1, column + (marked ? by : Math.max(0, by))));
  mark();
}

function step(by) {
  const table = current?.closest("table") ?? tables[0];
  if (!table) return;
  const rows = rowsOf(table);
  const at = current ? rows.indexOf(current) : by > 0 ? -1 : 0;
  go(rows[Math.max(0, Math.min(rows.length - 1, at + by))]);
}

document.addEventListener("click", event => {
  const cell = event.target.closest?.("table.list tbody td");
  if (cell) {
    column = cell.cellIndex;
    const link = event.target.closest("a");
    if (link && link === cell.parentElement.querySelector("td a")) remember(rowsOf(cell.closest("table")), link);
    if (event.target.closest(".tick")) { if (event.target.matches("input")) go(cell.parentElement); }
    else if (!event.target.closest("a, button")) pointed(cell.parentElement, event);
  }
});
/** Ctrl and a click tick a row, Shift and a click all rows from the current one. */
function pointed(row, event) {
  const from = current;
  go(row);
  if (!together || !row.dataset.key) return;
  if (event.ctrlKey || event.metaKey) together.tick(row);
  else if (event.shiftKey && from) {
    const rows = rowsOf(tables[0]);
    const [first, last] = [rows.indexOf(from), rows.indexOf(row)].sort((a, b) => a - b);
    rows.slice(first, last + 1).forEach(one => together.tick(one, true));
  }
}

document.addEventListener("click", event => {
  const head = event.target.closest?.("table.list th a");
  const name = head?.closest("th").dataset.name;
  if (!head || !event.shiftKey || !name) return;
  event.preventDefault();
  addLevel(name);
});

/** Shift and click on a heading adds a level to the order, or turns it round. */
function addLevel(name) {
  const address = new URL(location.href);
  const levels = (address.searchParams.get("sort") ?? "").split(",").filter(Boolean);
  const at = levels.findIndex(level => level.replace("-", "") === name);
  if (at < 0) levels.push(name);
  else levels[at] = levels[at].startsWith("-") ? name : "-" + name;
  address.searchParams.set("sort", levels.join(","));
  location.href = address.href;
}

/** How many rows each word would leave; asked for when the page stands. */
async function countWords() {
  const boxes = new Map([...pane.querySelectorAll(".opt input")].map(box => [box.name + "\t" + box.value, box]));
  if (boxes.size === 0) return;
  const answer = await fetch(location.pathname + "?" + new URLSearchParams([...new URLSearchParams(location.search), ["fragment", "words"]]), { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  for (const line of (await answer.text()).split("\n")) {
    const [name, word, count] = line.split("\t");
    const place = boxes.get(name + "\t" + word)?.parentElement.querySelector(".cnt");
    if (place) place.textContent = count;
  }
}

const pane = document.getElementById("pane");
const toggle = document.getElementById("toggle-pane");
const HIDDEN = "stockbook-pane-hidden";

function showPane(shown) {
  pane.hidden = !shown;
  pane.classList.toggle("shown", shown);
  toggle.setAttribute("aria-expanded", String(shown));
}

if (pane) {
  const wide = matchMedia("(min-width: 1200px)").matches;
  showPane(wide && localStorage.getItem(HIDDEN) !== "true");
  toggle.addEventListener("click", () => {
    showPane(pane.hidden);
    if (wide) localStorage.setItem(HIDDEN, String(pane.hidden));
  });
  countWords();
  pane.addEventListener("change", () => pane.requestSubmit());
  pane.addEventListener("submit", () => pane.querySelectorAll("input:not([type=checkbox])").forEach(input => { input.disabled = !input.value; }));
}

document.getElementById("columns")?.addEventListener("submit", event => {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("columns", [...event.target.querySelectorAll("input:checked")].map(box => box.value).join(","));
  location.href = address.href;
});
document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-chart-table]");
  if (!button) return;
  const panel = button.closest(".chartpanel");
  const table = panel.querySelector(".charttable");
  table.hidden = !table.hidden;
  panel.querySelector(".chartbox").hidden = !table.hidden;
});
document.addEventListener("dblclick", event => open(event.target.closest?.("table.list tbody tr")));

function open(row) {
  const link = row?.querySelector("td a");
  if (!link) return;
  remember(rowsOf(row.closest("table")), link);
  location.href = link.href;
}

/** How many rows the views have; counted when the page stands, so that nobody waits for it. */
const views = document.getElementById("views");
if (views) {
  fetch(location.pathname + "?fragment=counts", { credentials: "same-origin" }).then(answer => answer.ok && !answer.redirected ? answer.text() : "").then(text => {
    const counts = text ? text.split("\n") : [];
    views.querySelectorAll(".cnt").forEach((place, at) => { place.textContent = counts[at] ?? ""; });
  }).catch(() => {});
}

/** Groups of a report fold: their lines go, their sums stay. */
tables.forEach(table => table.querySelectorAll("tbody tr.group").forEach(group => {
  const members = [];
  for (let row = group.nextElementSibling; row && !row.matches(".group, .total"); row = row.nextElementSibling) members.push(row);
  if (members.length === 0) return;
  const fold = element("button", { class: "fold", type: "button", "aria-expanded": "true", "aria-label": group.textContent.trim().replace(/\s+/g, " "), onclick: () => {
    const open = fold.getAttribute("aria-expanded") === "false";
    fold.setAttribute("aria-expanded", String(open));
    members.forEach(row => { row.hidden = !open; });
  } }, icon("chevron-right"));
  group.cells[0].prepend(fold);
}));

/** A picture larger than its place begins with what it explains. */
document.querySelectorAll(".picture .scrollx").forEach(box => {
  box.scrollLeft = box.scrollWidth;
  const explained = box.querySelector(".station.target")?.getBoundingClientRect();
  if (explained) box.scrollTop = explained.top + explained.height / 2 - box.getBoundingClientRect().top - box.clientHeight / 2;
});

function filterToValue() {
  const head = current?.closest("table").tHead.rows[0].cells[column];
  const cell = current?.cells[column];
  if (!head?.dataset.name || !cell) return;
  const address = new URL(location.href);
  address.searchParams.set(head.dataset.name, cell.dataset.value ?? (cell.textContent.trim() || "''"));
  location.href = address.href;
}

/** Asks for a filter; on the column at hand where somebody stands in one. */
function askForFilter(onColumn) {
  const menu = document.getElementById("add-filter");
  if (!menu) return;
  menu.open = true;
  const select = menu.querySelector("select");
  const name = current?.closest("table").tHead.rows[0].cells[column]?.dataset.name;
  const offered = onColumn && [...select.options].some(option => option.value === name);
  if (offered) select.value = name;
  (offered ? document.getElementById("filter-expression") : select).focus();
}

/** The row at hand with the headings, as a spreadsheet takes it. */
function copyRow() {
  const cells = row => [...row.cells].map(cell => cell.textContent.trim()).join("\t");
  navigator.clipboard?.writeText(cells(current.closest("table").tHead.rows[0]) + "\n" + cells(current) + "\n").then(() => notice(reader.keys["row-copied"])).catch(() => {});
}

/** When how much of the item of this row can be had. */
function availability(event) {
  const item = (current ?? rowsOf(tables[0] ?? {tBodies:[{rows:[]}]})[0])?.querySelector("td a[href^='/items/']");
  if (!item) return;
  event.preventDefault();
  location.href = "/item-availability?itemNumber=" + item.getAttribute("href").split("/")[2].split("?")[0];
}

function search(event) {
  const field = document.getElementById("words");
  if (!field || (event.key !== "F3" && document.activeElement === field)) return;   // a second time it is the browser's own search
  event.preventDefault();
  field.focus();
  field.select();
}

function moveKey(event, command) {
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -Infinity, End: Infinity };
  if (together && tickKey(event, command)) {
    event.preventDefault();
  } else if (moves[event.key] && (!command || event.key === "Home" || event.key === "End")) {
    event.preventDefault();
    step(moves[event.key]);
  } else if (command && event.key.toLowerCase() === "c" && current && !String(getSelection())) {
    copyRow();
  } else if (current && !command && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    event.preventDefault();
    sideways(event.key === "ArrowRight" ? 1 : -1);
  } else if (event.key === "Enter" && current && event.target === current) {
    open(current);
  }
}

/** Space ticks the current row, Shift and the arrows tick on their way, Ctrl A all rows of the filter, Esc none. */
function tickKey(event, command) {
  if (event.key === " " && current && event.target === current && !command) {
    together.tick(current);
  } else if (event.shiftKey && !command && current && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    together.tick(current, true);
    step(event.key === "ArrowDown" ? 1 : -1);
    together.tick(current, true);
  } else if (command && event.key.toLowerCase() === "a" && tables[0].contains(document.activeElement)) {
    together.tickAll();
  } else if (event.key === "Escape" && together.any()) {
    together.clear();
  } else {
    return false;
  }
  return true;
}

document.addEventListener("keydown", event => {
  const command = event.ctrlKey || event.metaKey;
  const typing = event.target.closest?.("input:not(.tick input), select, textarea, dialog");
  if (event.key === "F3" && event.altKey && !command) {
    event.preventDefault();
    if (event.shiftKey) askForFilter(true);
    else filterToValue();
  } else if (event.key === "F3" && event.shiftKey && !command) {
    event.preventDefault();
    askForFilter(false);
  } else if ((event.key === "F3" && !command) || (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "f")) {
    search(event);
  } else if (event.altKey && !command && event.code === "KeyV") {
    availability(event);
  } else if (!typing && !event.altKey) {
    moveKey(event, command);
  }
});
