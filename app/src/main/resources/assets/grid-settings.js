// How a reader wants a grid: which columns it shows, and whether facts stand beside it. Kept on this device, for each page.
import { element, icon } from "./api.js";
import { isPart } from "./line-parts.js";

const page = location.pathname.split("/")[1];
const COLUMNS = "stockbook-columns:" + page;
const SIDE = "stockbook-side-hidden:" + page;

const needed = column => (column.traits ?? []).includes("QUICK_ENTRY") || (column.traits ?? []).includes("FILLING");

function chosen() {
  try {
    return JSON.parse(localStorage.getItem(COLUMNS));
  } catch {
    return null;
  }
}

/** The reader's choice, else what the page leaves out at first. */
export function shownColumns(declaration) {
  const hidden = chosen() ?? declaration.columns.filter(column => (column.traits ?? []).includes("HIDDEN")).map(column => column.name);
  return declaration.columns.filter(column => needed(column) || !hidden.includes(column.name));
}

/** A figure of nothing is shown as a dash, and so is nothing to show. */
const isNothing = value => (value ?? "") === "" || Number(value) === 0;

/** A column that is left out comes back when a line holds something in it, unless the reader has chosen. */
export function reveal(declaration, lines) {
  if (chosen()) return;
  const hidden = declaration.columns.filter(column => (column.traits ?? []).includes("HIDDEN")).map(column => column.name).filter(name => !isPart(name));
  const filled = hidden.filter(name => lines.some(line => !isNothing(line.values[name])));
  if (filled.length === 0) return;
  localStorage.setItem(COLUMNS, JSON.stringify([...hidden.filter(name => !filled.includes(name)), ...declaration.columns.map(column => column.name).filter(name => isPart(name) && !shownColumns(declaration).some(column => column.name === name))]));
  location.reload();
}

/** A menu of all columns; those that every line needs stay. */
export function offerColumns(declaration, texts, place) {
  const shown = new Set(shownColumns(declaration).map(column => column.name));
  const boxes = declaration.columns.filter(column => !needed(column)).map(column => element("label", { class: "opt" },
    element("input", { type: "checkbox", value: column.name, checked: shown.has(column.name) }), " " + column.title));
  const form = element("form", { class: "drop columns", onsubmit: event => {
    event.preventDefault();
    localStorage.setItem(COLUMNS, JSON.stringify([...form.querySelectorAll("input:not(:checked)")].map(box => box.value)));
    location.reload();
  } }, ...boxes, element("div", { class: "row" }, element("button", { class: "btn primary", type: "submit" }, texts.apply)));
  place.append(element("details", { class: "menu end" }, element("summary", { class: "btn ghost", title: texts.columns }, icon("columns"), element("span", { class: "words" }, texts.columns)), form));
}

const NARROW = matchMedia("(max-width: 1199px)");

/** Alt F2 shows and hides the facts beside the grid. */
export function offerSide(panel, texts, place) {
  const button = element("button", { class: "btn ghost", type: "button", "aria-controls": panel.id, "data-keys": "Alt F2", title: texts["hide-facts"], onclick: () => NARROW.matches ? cover(!panel.classList.contains("open")) : show(panel.classList.contains("away")) }, icon("panel-right"), element("span", { class: "words" }, texts["hide-facts"]));
  function show(wanted) {
    panel.classList.toggle("away", !wanted);
    button.setAttribute("aria-expanded", String(wanted));
    localStorage.setItem(SIDE, String(!wanted));
  }
  /** Where there is no room beside the grid, the facts cover it until they are put away again. */
  function cover(wanted) {
    panel.classList.toggle("open", wanted);
    panel.classList.remove("away");
    button.setAttribute("aria-expanded", String(wanted));
    if (wanted) panel.querySelector("a, button")?.focus();
  }
  show(localStorage.getItem(SIDE) !== "true");
  if (NARROW.matches) button.setAttribute("aria-expanded", "false");
  panel.addEventListener("keydown", event => { if (event.key === "Escape" && panel.classList.contains("open")) { event.preventDefault(); cover(false); button.focus(); } });
  place.append(button);
}
