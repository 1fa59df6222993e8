// Beside the current row of a list: what is known of the records it leads to. Alt F2 opens and closes it, F6 goes there and back.
import { element, icon, reader } from "./api.js";

const OPEN = "stockbook-facts-open";
const PAUSE = 150;

/** Nothing where no record of the page has facts. */
export function rowFacts(panel, toggle, row) {
  if (!panel) return null;
  const paths = panel.dataset.paths.split(" ");
  const wide = matchMedia("(min-width: 1200px)").matches;
  let timer;
  let shown = "";

  /** The records that a row leads to, each once, in the order of its columns. */
  function records(line) {
    const found = [...line?.querySelectorAll("td a") ?? []].map(link => new URL(link.href).pathname)
      .filter(address => address.split("/").length === 3 && paths.includes(address.split("/")[1]));
    return [...new Set(found)];
  }

  function show(line) {
    if (panel.hidden) return;
    clearTimeout(timer);
    timer = setTimeout(() => load(records(line)), PAUSE);
  }

  async function load(addresses) {
    if (shown === addresses.join(" ")) return;
    shown = addresses.join(" ");
    const asked = shown;
    panel.classList.add("waiting");
    const parts = await Promise.all(addresses.map(address => fetch("/facts" + address, { credentials: "same-origin" })
      .then(answer => answer.ok && !answer.redirected ? answer.text() : "").catch(() => "")));
    if (asked !== shown) return;
    panel.classList.remove("waiting");
    const markup = parts.join("");
    if (markup) panel.innerHTML = markup;
    else panel.replaceChildren(element("section", { class: "muted" }, reader.texts["list.no-facts"]));
    panel.prepend(element("button", { class: "btn ghost sm close", type: "button", "aria-label": reader.texts["shell.close"], onclick: close }, icon("x")));
  }

  function open(wanted) {
    panel.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    if (wide) localStorage.setItem(OPEN, String(wanted));
    shown = "";
    if (wanted) show(row());
  }

  /** By hand, because on a phone the panel covers the button that opened it. */
  function close() {
    open(false);
    toggle.focus();
  }

  toggle.addEventListener("click", () => open(panel.hidden));
  document.addEventListener("keydown", event => {
    if (event.key === "F2" && event.altKey) {
      event.preventDefault();
      open(panel.hidden);
    } else if (event.key === "F6" && !panel.hidden && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      if (panel.contains(document.activeElement)) row()?.focus();
      else (panel.querySelector("a") ?? panel).focus();
    } else if (event.key === "Escape" && !wide && !panel.hidden) {
      event.preventDefault();
      open(false);
    }
  });
  open(wide && localStorage.getItem(OPEN) === "true");
  return { show };
}
