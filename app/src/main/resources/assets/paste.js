// Copy and paste between spreadsheets and the grid: never drops a row, never stops; the mapping can be changed afterwards.
import { element } from "./api.js";
import { read, write } from "./grid-columns.js";

const LIMIT = 2000;
const plain = text => text.normalize("NFD").replace(/[\p{M}\s._-]/gu, "").toLowerCase();

export class Pasting {
  constructor(lines, keys, columns, texts, strip) {
    this.lines = lines;
    this.keys = keys;
    this.columns = columns;
    this.texts = texts;
    this.strip = strip;
    keys.view.table.addEventListener("paste", event => this.pasted(event));
    keys.view.table.addEventListener("copy", event => this.copied(event));
  }

  copied(event) {
    if (this.keys.editor) return;
    const cells = this.keys.selection();
    const rows = Map.groupBy(cells, one => one.line);
    const text = [...rows.values()].map(row => row.map(one => write(one.column, String(one.line.values[one.column.name] ?? ""))).join("\t")).join("\n");
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  }

  pasted(event) {
    const text = event.clipboardData.getData("text/plain");
    if (!text || (this.keys.editor && !/[\t\n]/.test(text))) return;
    event.preventDefault();
    if (this.keys.editor) this.keys.cancel();
    const rows = cellsOf(text).slice(0, LIMIT);
    const headings = this.headings(rows[0]);
    this.last = { rows: headings ? rows.slice(1) : rows, at: this.keys.row, headings: headings ? rows[0] : null, mapping: headings ?? this.byPosition(rows[0].length) };
    this.apply();
  }

  /** Columns by their headings, in the reader's language or the API's names; null where the first row holds values. */
  headings(first) {
    const mapping = first.map(cell => this.columns.find(column => plain(column.title) === plain(cell) || plain(column.name) === plain(cell)) ?? null);
    return mapping.some(column => column) && mapping.filter(column => column).length * 2 >= first.length ? mapping : null;
  }

  byPosition(count) {
    const editable = this.columns.slice(this.keys.column).filter(column => !column.readOnly);
    return Array.from({ length: count }, (_, index) => editable[index] ?? null);
  }

  /** Puts the pasted rows into lines: one step of undo, one request. */
  apply() {
    const { rows, at, mapping } = this.last;
    const existing = this.lines.all.slice(at, -1).slice(0, rows.length);
    const edits = existing.flatMap((line, index) => this.values(rows[index], mapping).map(([field, value]) => ({ line, field, before: String(line.values[field] ?? ""), after: value })));
    const added = rows.slice(existing.length).map(cells => {
      const inherited = this.inherited(mapping);
      const values = { ...inherited, ...Object.fromEntries(this.values(cells, mapping)) };
      const line = this.lines.blank(values);
      line.changes = { ...values };
      return line;
    });
    edits.forEach(edit => this.lines.set(edit.line, edit.field, edit.after));
    const step = { edits, added, deleted: [] };
    this.last.step = step;
    this.lines.remember(step);
    this.lines.insert(this.lines.all.length - 1, added, null);
    this.keys.go(at, this.keys.column);
    this.explain();
  }

  values(cells, mapping) {
    return mapping.flatMap((column, index) => column && cells[index] !== undefined ? [[column.name, read(column, cells[index])]] : []);
  }

  inherited(mapping) {
    const above = this.lines.all.at(-2) ?? this.lines.all.at(-1);
    return Object.fromEntries(this.columns.filter(column => column.fromAbove && !mapping.includes(column))
      .map(column => [column.name, String(above?.values[column.name] || above?.proposed?.[column.name] || "")]).filter(([, value]) => value));
  }

  /** The strip above the grid: which column became what, and how numbers were read. */
  explain() {
    const { rows, mapping, headings } = this.last;
    const selects = mapping.map((column, index) => element("label", {}, (headings?.[index] ?? this.texts["column"] + " " + (index + 1)) + " ",
      this.select(index, column), this.reading(rows, index, column)));
    this.strip.replaceChildren(element("b", {}, this.texts.pasted.replace("{count}", rows.length)), ...selects,
      element("button", { class: "btn sm", type: "button", onclick: () => this.close() }, this.texts.close));
    this.strip.hidden = false;
  }

  select(index, column) {
    const select = element("select", { "aria-label": this.texts.mapping, onchange: () => {
      this.lines.undo();
      this.last.mapping[index] = this.columns.find(one => one.name === select.value) ?? null;
      this.apply();
    } }, element("option", { value: "" }, this.texts["not-used"]),
    ...this.columns.filter(one => !one.readOnly).map(one => element("option", { value: one.name, selected: one === column }, one.title)));
    return select;
  }

  reading(rows, index, column) {
    const sample = column && (column.figure || column.kind === "date") ? rows.find(cells => cells[index] && read(column, cells[index]) !== cells[index].trim()) : null;
    return sample ? element("span", { class: "cap" }, " " + this.texts["read-as"].replace("{typed}", sample[index].trim()).replace("{value}", write(column, read(column, sample[index])))) : null;
  }

  close() {
    this.strip.hidden = true;
    this.keys.go(this.keys.row, this.keys.column);
  }
}

/** Cells of copied text: tabs and line ends, quoted where a cell holds them itself. */
function cellsOf(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') { cell += '"'; i++; }
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (sign === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else if (sign !== "\r") cell += sign;
  }
  rows.at(-1).push(cell);
  return rows.filter(row => row.some(value => value.trim() !== ""));
}
