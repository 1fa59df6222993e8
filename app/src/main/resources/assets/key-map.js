// Alt F1: all keys of this page.
import { element } from "./api.js";

export function showKeys(texts, closed) {
  const known = Object.entries(texts).filter(([key, words]) => key.startsWith("key.") && words.includes(" = ")).sort();
  const shown = element("dialog", { class: "finder" }, element("div", { class: "keys" }, ...known.flatMap(([, words]) => {
    const [names, meaning] = words.split(" = ");
    return [element("kbd", {}, names), element("span", {}, meaning)];
  }), ...[...document.querySelectorAll("[data-keys]")].filter(one => one.dataset.keys).flatMap(one => [element("kbd", {}, one.dataset.keys), element("span", {}, one.textContent.replace(one.dataset.keys, "").trim())])));
  document.body.append(shown);
  shown.addEventListener("close", () => { shown.remove(); closed(); });
  shown.showModal();
}
