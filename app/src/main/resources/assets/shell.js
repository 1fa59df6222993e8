// The frame of every page: palette, menus, keys, and the calls that other scripts make.
import "./htmx.min.js";
import "./actions.js";
import { reader } from "./api.js";
import { showKeys } from "./key-map.js";
import "./pager.js";
import { openPalette } from "./palette.js";
import { readDate, writeDate } from "./values.js";

const pages = JSON.parse(document.getElementById("pages").textContent);
const here = location.pathname + location.search;
document.querySelectorAll("[data-here]").forEach(field => { field.value = here; });

// Dates of forms are typed and shown as the reader writes them, and sent as everybody reads them.
const dates = place => place.querySelectorAll("input[data-date]");
dates(document).forEach(input => { input.value = writeDate(input.value); });
document.addEventListener("submit", event => dates(event.target).forEach(input => { input.value = readDate(input.value, reader.letters) ?? input.value; }), true);

document.body.addEventListener("htmx:configRequest", event => {
  const csrf = document.querySelector("meta[name=csrf]");
  event.detail.headers[csrf.dataset.header] = csrf.content;
});

// What the guide says about this page and the field at hand, in a tab of its own: what is typed here stays.
function openHelp() {
  const field = document.activeElement?.closest("input, select, textarea");
  const cell = document.activeElement?.closest("td[data-name]");
  const heading = cell && document.querySelector(`th[data-name="${CSS.escape(cell.dataset.name)}"]`);
  const label = field?.getAttribute("aria-label") ?? field?.labels?.[0]?.textContent ?? heading?.textContent ?? "";
  open("/help?" + new URLSearchParams({ page: location.pathname.split("/")[1], field: label.trim() }), "stockbook-help");
}

// Where nothing can hover over an area, the first touch opens its menu.
document.querySelectorAll(".railitem > a").forEach(area => area.addEventListener("click", event => {
  if (!matchMedia("(hover: none)").matches || area.parentElement.classList.contains("open")) return;
  event.preventDefault();
  document.querySelectorAll(".railitem.open").forEach(other => other.classList.remove("open"));
  area.parentElement.classList.add("open");
}));

/** The entries of the document at hand, else the page that finds them. */
function findEntries(event) {
  if (document.querySelector("[data-keys='Alt G'], dialog[open]")) return;
  const link = document.querySelector("tr.cur a[href^='/find-entries']")?.getAttribute("href") ?? (pages.some(page => page.link === "/find-entries") ? "/find-entries" : "");
  if (!link) return;
  event.preventDefault();
  location.href = link;
}

document.getElementById("open-palette").addEventListener("click", openPalette);
document.getElementById("open-keys").addEventListener("click", () => showKeys(reader.keys, () => {}));
document.getElementById("open-help").addEventListener("click", event => {
  event.preventDefault();
  openHelp();
});
document.addEventListener("keydown", event => {
  const command = event.ctrlKey || event.metaKey;
  if ((command && !event.altKey && event.key.toLowerCase() === "k") || (event.altKey && !command && event.key.toLowerCase() === "q")) {
    event.preventDefault();
    openPalette();
  }
  const typing = event.target.closest?.("input, select, textarea, dialog, [role=grid]");
  if (!document.getElementById("grid") && ((event.altKey && event.key === "F1") || (event.key === "?" && !typing))) {
    event.preventDefault();
    showKeys(reader.keys, () => document.getElementById("main").focus());
  }
  if ((event.key === "F1" && !event.altKey && !command) || (event.key === "ArrowUp" && event.altKey && !command)) {
    event.preventDefault();
    openHelp();
  }
  if (event.altKey && !command && event.code === "KeyG" && !event.defaultPrevented) findEntries(event);
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach(menu => {
      event.preventDefault();
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    });
  }
});
document.addEventListener("click", event => {
  document.querySelectorAll("details.menu[open]").forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  document.querySelectorAll(".railitem.open").forEach(item => { if (!item.contains(event.target)) item.classList.remove("open"); });
});
