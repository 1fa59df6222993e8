// Ctrl K: every page the user may open, and records by number or words.
import { element, get, reader } from "./api.js";

const pages = JSON.parse(document.getElementById("pages").textContent);
const sources = [
  { collection: "items", link: row => "/items/" + encodeURIComponent(row.number), text: row => row.number + "  " + (row.description ?? "") },
  { collection: "accounts", link: row => "/general-ledger-entries?accountNumber=" + encodeURIComponent(row.accountNumber), text: row => row.accountNumber + "  " + (row.name ?? "") },
];
let asked = 0;

export function openPalette() {
  if (document.querySelector("dialog.finder")) return;
  const input = element("input", { type: "search", "aria-label": reader.texts["palette.placeholder"], placeholder: reader.texts["palette.placeholder"], role: "combobox", "aria-expanded": "true" });
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
    location.href = entries[at].dataset.link;
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
  const found = pages.filter(page => wanted.split(/\s+/).every(word => plain(page.title + " " + page.area).includes(word)));
  show(list, found.slice(0, 12).map(page => ({ text: page.title, detail: page.area, link: page.link })), []);
  if (wanted.length < 2) return;
  const records = (await Promise.all(sources.map(source => lookUp(source, words)))).flat();
  if (mine === asked) show(list, found.slice(0, 6).map(page => ({ text: page.title, detail: page.area, link: page.link })), records);
}

async function lookUp(source, words) {
  try {
    const answer = await get(source.collection + "?top=6&search=" + encodeURIComponent(words.trim()));
    return answer.value.map(row => ({ text: source.text(row), detail: "", link: source.link(row) }));
  } catch (failure) {
    return [];
  }
}

function show(list, found, records) {
  const entry = hit => element("li", { role: "option", "data-link": hit.link, onclick: () => { location.href = hit.link; } }, hit.text, element("span", { class: "cap" }, hit.detail));
  const heading = key => element("li", { class: "head3", role: "presentation" }, reader.texts[key]);
  list.replaceChildren(
    ...(found.length ? [heading("palette.pages"), ...found.map(entry)] : []),
    ...(records.length ? [heading("palette.records"), ...records.map(entry)] : []),
    ...(found.length + records.length ? [] : [element("li", { class: "head3" }, reader.texts["palette.nothing"])]));
  select([...list.querySelectorAll("li[data-link]")], 0);
}
