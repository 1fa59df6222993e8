// Lists by keyboard: arrows move, Enter opens, F3 searches, Alt F3 filters to the value under the pointer's last cell.
import { element, icon } from "./api.js";
import { rowFacts } from "./row-facts.js";

const tables = [...document.querySelectorAll("table.list")];
let current = null;
let column = 0;

const rowsOf = table => [...table.tBodies[0].rows].filter(row => !row.classList.contains("further") && !row.hidden);
const facts = rowFacts(document.getElementById("rowfacts"), document.getElementById("toggle-facts"), () => current ?? rowsOf(tables[0])[0]);

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
}

function step(by) {
  const table = current?.closest("table") ?? tables[0];
  if (!table) return;
  const rows = rowsOf(table);
  const at = current ? rows.indexOf(current) : -1;
  go(rows[Math.max(0, Math.min(rows.length - 1, at + by))]);
}

document.addEventListener("click", event => {
  const cell = event.target.closest?.("table.list tbody td");
  if (cell) {
    column = cell.cellIndex;
    if (!event.target.closest("a, button")) go(cell.parentElement);
  }
});
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
  if (link) location.href = link.href;
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

/** A picture wider than the page begins with what it explains. */
document.querySelectorAll(".picture .scrollx").forEach(box => { box.scrollLeft = box.scrollWidth; });

function filterToValue() {
  const head = current?.closest("table").tHead.rows[0].cells[column];
  const cell = current?.cells[column];
  if (!head?.dataset.name || !cell) return;
  const address = new URL(location.href);
  address.searchParams.set(head.dataset.name, cell.dataset.value ?? (cell.textContent.trim() || "''"));
  location.href = address.href;
}

document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, select, textarea, dialog");
  if (event.key === "F3" && event.altKey) {
    event.preventDefault();
    filterToValue();
  } else if (event.key === "F3") {
    event.preventDefault();
    if (event.shiftKey) {
      const menu = document.getElementById("add-filter");
      if (menu) { menu.open = true; menu.querySelector("select").focus(); }
    } else {
      document.getElementById("words")?.select();
    }
  } else if (!typing) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 };
    if (moves[event.key]) {
      event.preventDefault();
      step(moves[event.key]);
    } else if (event.key === "ArrowRight" && current) {
      column = Math.min(current.cells.length - 1, column + 1);
    } else if (event.key === "ArrowLeft" && current) {
      column = Math.max(0, column - 1);
    } else if (event.key === "Enter" && current && event.target === current) {
      open(current);
    }
  }
});
