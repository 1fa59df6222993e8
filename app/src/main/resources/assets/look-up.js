// The list under a cell: records or words to choose from while typing.
import { element, get } from "./api.js";
import { lookedUp } from "./grid-columns.js";
import { writeNumber } from "./values.js";

const PAUSE = 90;

export class LookUp {
  constructor(texts, taken) {
    this.texts = texts;
    this.taken = taken;
    this.hits = [];
    this.asked = 0;
    this.words = null;
  }

  isOpen() {
    return Boolean(this.box);
  }

  /** Finds choices of a column for what is typed; the newest question wins. */
  find(column, cell, words, atOnce = false) {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    if (column.choices.length > 0) {
      this.show(cell, column, words, column.choices.filter(choice => this.fits(choice.text, words)).map(choice => ({ value: choice.value, cells: [choice.text] })));
      return;
    }
    if (!column.collection) return;
    this.timer = setTimeout(async () => {
      const hits = await this.ask(column, words);
      if (mine === this.asked) this.show(cell, column, words, hits);
    }, atOnce ? 0 : PAUSE);
  }

  fits(text, words) {
    const plain = value => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain(text).includes(plain(words.trim()));
  }

  async ask(column, words) {
    try {
      const collection = typeof column.collection === "function" ? await column.collection() : column.collection;
      if (!collection) return [];
      const [name, filter] = collection.split("?");
      const answer = await get(`${name}?top=8&search=${encodeURIComponent(words.trim())}${filter ? "&" + filter : ""}`);
      const hits = answer.value.map(row => ({ row, ...lookedUp(row) }));
      const exact = hit => String(hit.row[hit.key]).toUpperCase() === words.trim().toUpperCase();
      return hits.sort((a, b) => Number(exact(b)) - Number(exact(a)))
        .map(hit => ({ value: String(hit.row[hit.key]), cells: hit.shown.map(name => this.written(hit.row, name)) }));
    } catch (failure) {
      return [];
    }
  }

  written(row, name) {
    const value = row[name] ?? "";
    return name === "inventory" ? writeNumber(String(value || "0")) + " " + (row.baseUnitOfMeasureCode ?? "") : String(value);
  }

  show(cell, column, words, hits) {
    this.close();
    this.hits = hits;
    this.words = words;
    if (hits.length === 0) return;
    const rows = hits.map((hit, index) => element("tr", { role: "option", "aria-selected": index === 0 ? "true" : "false", onmousedown: event => { event.preventDefault(); this.taken(hit.value); } },
      ...hit.cells.map((text, at) => element("td", { class: at > 1 ? "n" : "" }, text))));
    this.box = element("div", { class: "lookup", role: "listbox" }, element("table", {}, element("tbody", {}, ...rows)), element("div", { class: "hint" }, this.texts["look-up-hint"]));
    (cell.closest("dialog") ?? document.body).append(this.box);
    const place = cell.getBoundingClientRect();
    const height = this.box.offsetHeight;
    this.box.style.left = Math.min(place.left, innerWidth - this.box.offsetWidth - 8) + "px";
    this.box.style.top = (place.bottom + height > innerHeight ? Math.max(8, place.top - height) : place.bottom + 2) + "px";
  }

  move(by) {
    const rows = [...this.box.querySelectorAll("tr")];
    const at = rows.findIndex(row => row.getAttribute("aria-selected") === "true");
    const next = Math.max(0, Math.min(rows.length - 1, at + by));
    rows.forEach((row, index) => row.setAttribute("aria-selected", index === next ? "true" : "false"));
    rows[next].scrollIntoView({ block: "nearest" });
    this.moved = true;
  }

  /** What Enter would take for the words typed; undefined where the list does not answer these words. */
  choice(words) {
    if (!this.box || (this.words !== words && !this.moved)) return undefined;
    const rows = [...this.box.querySelectorAll("tr")];
    return this.hits[rows.findIndex(row => row.getAttribute("aria-selected") === "true")]?.value;
  }

  /** What was asked before and is answered later opens nothing. */
  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.box?.remove();
    this.box = null;
    this.moved = false;
  }
}
