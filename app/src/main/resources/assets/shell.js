// The frame of every page: palette, menus, keys, and the calls that other scripts make.
import "./htmx.min.js";
import "./actions.js";
import { reader } from "./api.js";
import { showKeys } from "./key-map.js";
import { openPalette } from "./palette.js";

const here = location.pathname + location.search;
document.querySelectorAll("[data-here]").forEach(field => { field.value = here; });

document.body.addEventListener("htmx:configRequest", event => {
  const csrf = document.querySelector("meta[name=csrf]");
  event.detail.headers[csrf.dataset.header] = csrf.content;
});

// What the guide says about this page and the field at hand, in a tab of its own: what is typed here stays.
function openHelp() {
  const field = document.activeElement?.closest("input, select, textarea");
  const label = field?.getAttribute("aria-label") ?? field?.labels?.[0]?.textContent ?? "";
  open("/help?" + new URLSearchParams({ page: location.pathname.split("/")[1], field: label.trim() }), "stockbook-help");
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
  if (event.key === "F1" && !event.altKey && !command) {
    event.preventDefault();
    openHelp();
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; });
  }
});
document.addEventListener("click", event => {
  document.querySelectorAll("details.menu[open]").forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
