// Alt F1: all keys of this page.
import { element } from "./api.js";

/** Only keys that do something here: the last part of a key's name may say what the page must have. */
const PLACES = { list: "table.list", facts: "#rowfacts", card: "#record, #parts", form: "#record", parts: "#parts", walk: "#pager a, #pager button", charts: "[data-chart-table]", posting: "#post", items: "table.list td a[href^='/items/']" };

/** @param missing parts that the lines of this page do not have */
export function showKeys(texts, closed, missing = []) {
  const isHere = name => !missing.includes(name) && (!PLACES[name] || document.querySelector(PLACES[name]));
  const known = Object.entries(texts).filter(([key, words]) => key.startsWith("key.") && words.includes(" = ") && isHere(key.split(".")[2])).sort();
  const shown = element("dialog", { class: "finder" }, element("div", { class: "keys" }, ...known.flatMap(([, words]) => {
    const [names, meaning] = words.split(" = ");
    return [element("kbd", {}, names), element("span", {}, meaning)];
  }), ...[...document.querySelectorAll("[data-keys]")].filter(one => one.dataset.keys && !known.some(([, words]) => words.startsWith(one.dataset.keys + " ="))).flatMap(one => [element("kbd", {}, one.dataset.keys), element("span", {}, one.textContent.replace(one.dataset.keys, "").trim())])));
  document.body.append(shown);
  shown.addEventListener("close", () => { shown.remove(); closed(); });
  shown.showModal();
}
