// Ctrl K: every page the user may open, and records by number or words.
import { element, get, reader } from "./api.js";

const pages = JSON.parse(document.getElementById("pages").textContent);
const numbered = (collection, path) => ({ collection, link: row => "/" + path + "/" + encodeURIComponent(row.number), text: row => row.number + "  " + (row.partnerName ?? row.displayName ?? row.name ?? "") });
const sources = [
  { collection: "items", link: row => "/items/" + encodeURIComponent(row.number), text: row => row.number + "  " + (row.displayName ?? "") },
  { collection: "accounts", link: row => "/general-ledger-entries?accountNumber=" + encodeURIComponent(row.number), text: row => row.number + "  " + (row.displayName ?? row.name ?? "") },
  numbered("vendors", "vendors"), numbered("customers", "customers"), numbered("purchaseOrders", "purchase-orders"), numbered("salesOrders", "sales-orders"),
].filter(source => pages.some(page => page.collection === source.collection));
let asked = 0;

export function openPalette() {
  const before = document.querySelector("dialog.finder");
  if (before?.open) return;
  before?.remove();
  const input = element("input", { type: "text", inputmode: "search", autocomplete: "off", spellcheck: "false", "aria-label": reader.texts["palette.placeholder"], placeholder: reader.texts["palette.placeholder"], role: "combobox", "aria-expanded": "true" });
  const list = element("ul", { role: "listbox" });
  const dialog = element("dialog", { class: "finder" }, input, list);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  input.addEventListener("input", () => find(input.value, list));
  input.addEventListener("keydown", event => move(event, list));
  dialog.showModal();
  input.focus();
  find("", list);
}

function move(event, list) {
  const entries = [...list.querySelectorAll("li[data-link]")];
  const at = entries.findIndex(entry => entry.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    select(entries, Math.max(0, Math.min(entries.length - 1, at + (event.key === "ArrowDown" ? 1 : -1))));
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    entries[at].click();
  }
}

function select(entries, at) {
  entries.forEach((entry, index) => entry.setAttribute("aria-selected", index === at ? "true" : "false"));
  entries[at]?.scrollIntoView({ block: "nearest" });
}

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function find(words, list) {
  const mine = ++asked;
  const wanted = plain(words.trim());
  const onlyActions = words.startsWith(">");
  if (onlyActions) {
    showActions(list, plain(words.slice(1).trim()));
    return;
  }
  const found = pages.filter(page => wanted.split(/\s+/).every(word => plain(page.title + " " + page.area).includes(word)));
  show(list, found.slice(0, 12).map(page => ({ text: page.title, detail: page.area, link: page.link })), [], wanted ? actionsHere(wanted).slice(0, 5) : actionsHere("").slice(0, 6));
  if (wanted.length < 2) return;
  const records = (await Promise.all(sources.map(source => lookUp(source, words)))).flat();
  if (mine === asked) show(list, found.slice(0, 6).map(page => ({ text: page.title, detail: page.area, link: page.link })), records, actionsHere(wanted).slice(0, 5));
}

/** What can be done on this page, with its keys. */
function actionsHere(wanted) {
  return [...document.querySelectorAll(".head [data-keys], .bar [data-keys], [data-act], .bar button[id], .head button[id]")].filter((one, at, all) => all.indexOf(one) === at)
    .filter(one => one.getAttribute("aria-disabled") !== "true" && !one.hidden && wanted.split(/\s+/).every(word => plain(one.textContent).includes(word)))
    .map(one => ({ text: one.textContent.replace(one.dataset.keys || "\0", "").trim(), detail: one.dataset.keys ?? "", run: () => one.click() })).filter(one => one.text);
}

function showActions(list, wanted) {
  ++asked;
  show(list, [], [], actionsHere(wanted));
}

async function lookUp(source, words) {
  try {
    const answer = await get(source.collection + "?top=6&search=" + encodeURIComponent(words.trim()));
    return answer.value.map(row => ({ text: source.text(row), detail: "", link: source.link(row) }));
  } catch (failure) {
    return [];
  }
}

function show(list, found, records, actions = []) {
  const open = hit => { if (hit.run) { list.closest("dialog").close(); hit.run(); } else location.href = hit.link; };
  const entry = hit => {
    return element("li", { role: "option", "data-link": hit.link ?? "", onclick: () => open(hit) }, hit.text, element("span", { class: "cap" }, hit.detail));
  };
  const heading = key => element("li", { class: "head3", role: "presentation" }, reader.texts[key]);
  list.replaceChildren(
    ...(actions.length ? [heading("palette.actions"), ...actions.map(entry)] : []),
    ...(found.length ? [heading("palette.pages"), ...found.map(entry)] : []),
    ...(records.length ? [heading("palette.records"), ...records.map(entry)] : []),
    ...(found.length + records.length + actions.length ? [] : [element("li", { class: "head3" }, reader.texts["palette.nothing"])]));
  select([...list.querySelectorAll("li[data-link]")], 0);
}
