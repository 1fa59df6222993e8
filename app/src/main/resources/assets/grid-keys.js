// Moving about and typing: the keyboard of the grid (the specification's list of keys).
import { element, notice } from "./api.js";
import { read, withUnit, write } from "./grid-columns.js";
import { LookUp } from "./look-up.js";
import { said } from "./values.js";

export class GridKeys {
  constructor(lines, view, columns, texts, moved) {
    this.lines = lines;
    this.view = view;
    this.columns = columns;
    this.moved = moved;
    this.row = 0;
    this.column = columns.findIndex(column => column.quickEntry);
    this.anchor = null;
    this.editor = null;
    this.now = null;   // the cell that has the focus, and those that are selected: nobody has to look for them
    this.chosen = [];
    this.lookUp = new LookUp(texts, value => this.take(value));
    view.table.addEventListener("keydown", event => this.key(event));
    view.table.addEventListener("mousedown", event => this.mouse(event));
    view.table.addEventListener("dblclick", event => { if (this.view.place(event.target)) this.edit(this.value()); });
  }

  get line() { return this.lines.all[this.row]; }
  get at() { return this.columns[this.column]; }
  value() { return write(this.at, String(this.line.values[this.at.name] ?? "")); }

  mouse(event) {
    const place = this.view.place(event.target);
    if (!place || event.target.closest("input, button, a")) return;
    event.preventDefault();
    this.commit();
    this.go(this.lines.all.findIndex(line => line.key === place.key), place.column, event.shiftKey);
  }

  /** Moves the focus to a cell; constant work, whatever the number of lines. */
  go(row, column, selecting = false) {
    const before = this.row;
    if (selecting) this.anchor ??= { row: this.row, column: this.column };
    this.row = Math.max(0, Math.min(this.lines.all.length - 1, row));
    this.column = Math.max(0, Math.min(this.columns.length - 1, column));
    if (!selecting) this.anchor = null;
    this.now?.classList.remove("now");
    this.now?.setAttribute("tabindex", "-1");
    this.chosen.forEach(cell => cell.classList.remove("sel"));
    this.chosen = [];
    const cell = this.line ? this.view.cell(this.line, this.at) : null;
    if (!cell) return;
    document.getElementById("grid-scroll")?.removeAttribute("tabindex");   // from now on a cell takes the focus
    cell.classList.add("now");
    cell.setAttribute("tabindex", "0");
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (this.anchor) this.chosen = this.selection().flatMap(one => this.view.cell(one.line, one.column) ?? []);
    this.chosen.forEach(one => one.classList.add("sel"));
    this.now?.parentElement?.classList.remove("cur");
    cell.parentElement.classList.add("cur");
    this.now = cell;
    this.moved(this.line, this.at, before !== this.row);
  }

  selection() {
    const from = this.anchor ?? { row: this.row, column: this.column };
    const [top, bottom] = [Math.min(from.row, this.row), Math.max(from.row, this.row)];
    const [left, right] = [Math.min(from.column, this.column), Math.max(from.column, this.column)];
    return this.lines.all.slice(top, bottom + 1).flatMap(line => this.columns.slice(left, right + 1).map(column => ({ line, column })));
  }

  select(top, left, bottom, right) {
    this.anchor = { row: top, column: left };
    this.go(bottom, right, true);
  }

  /** The card of what the cell names, in a tab of its own. */
  async openRecord() {
    const value = this.line?.values[this.at.name];
    const collection = typeof this.at.collection === "function" ? await this.at.collection() : this.at.collection;
    const page = collection && value && JSON.parse(document.getElementById("pages").textContent).find(one => one.collection === collection.split("?")[0]);
    const within = /^dimensionValues\?.*%20eq%20'([^']+)'%20and/.exec(collection)?.[1];
    if (page) open(page.link + (collection === "itemLedgerEntries" ? "?entryNumber=" : "/") + encodeURIComponent(within ? decodeURIComponent(within) + "," + value : value), "_blank");
  }

  edit(text, selected = true) {
    if (this.at.readOnly || this.editor) return;
    const cell = this.view.cell(this.line, this.at);
    const input = element("input", { "aria-label": this.at.title, autocomplete: "off", spellcheck: "false" });
    input.value = text;
    cell.classList.add("editing");
    cell.replaceChildren(input);
    this.editor = { input, cell, line: this.line, column: this.at, row: this.row };
    input.addEventListener("input", () => this.lookUp.find(this.at, cell, input.value));
    input.addEventListener("blur", () => this.commit());
    input.focus();
    if (selected) input.select();
  }

  /** Ends editing and keeps what was typed. */
  commit(chosen) {
    const editor = this.editor;
    if (!editor) return;
    this.editor = null;
    const typed = chosen ?? editor.input.value;
    this.lookUp.close();
    editor.cell.classList.remove("editing");
    this.view.draw(editor.line);
    if (chosen === undefined && typed === write(editor.column, String(editor.line.values[editor.column.name] ?? ""))) return;
    this.lines.change(this.edits(editor, typed));
  }

  edits({ line, column, row }, typed) {
    const unit = column.kind === "quantity" ? withUnit(typed) : undefined;
    const own = unit
      ? [{ line, field: column.name, value: unit.quantity }, { line, field: "unitOfMeasureCode", value: unit.unit }]
      : [{ line, field: column.name, value: read(column, typed) }];
    return [...this.inherited(line, row, own.map(edit => edit.field)), ...own];
  }

  /** A new line takes date, document, type and location from the line above. */
  inherited(line, row, except) {
    const above = this.lines.all[row - 1];
    if (line.id !== 0 || Object.keys(line.changes).length > 0 || line.inFlight) return [];
    return this.columns.filter(column => column.fromAbove && !except.includes(column.name) && !line.values[column.name])
      .map(column => ({ line, field: column.name, value: String(above?.values[column.name] ?? line.proposed?.[column.name] ?? "") }))
      .filter(edit => edit.value);
  }

  cancel() {
    const editor = this.editor;
    this.editor = null;
    this.lookUp.close();
    editor.cell.classList.remove("editing");
    this.view.draw(editor.line);
    editor.cell.focus();
  }

  take(value) {
    const { row, column } = this;
    this.commit(value);
    this.go(row, column);
  }

  /** Keeps what was typed or chosen and goes on. */
  finish(next) {
    const words = this.editor?.input.value;
    const choice = this.editor && words.trim() && this.at.kind !== "text" ? this.lookUp.choice(words) : undefined;
    this.commit(choice);
    next();
  }

  key(event) {
    const handled = this.editor ? this.keyWhileEditing(event) : this.keyWhileMoving(event);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  keyWhileEditing(event) {
    const open = this.lookUp.isOpen();
    switch (event.key) {
      case "Enter": if (event.ctrlKey) return false; this.finish(() => this.quick(event.shiftKey ? -1 : 1)); return true;
      case "Tab": this.finish(() => this.tab(event.shiftKey ? -1 : 1)); return true;
      case "Escape": if (open) this.lookUp.close(); else this.cancel(); return true;
      case "ArrowDown": if (event.altKey) this.lookUp.find(this.at, this.editor.cell, this.editor.input.value, true); else if (open) this.lookUp.move(1); else this.finish(() => this.go(this.row + 1, this.column)); return true;
      case "ArrowUp": if (event.altKey) return false; else if (open) this.lookUp.move(-1); else this.finish(() => this.go(this.row - 1, this.column)); return true;
      default: return false;
    }
  }

  keyWhileMoving(event) {
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key === "ArrowDown" && command) { this.openRecord(); return true; }
    if (event.altKey && event.key === "ArrowDown") {
      this.edit(this.value());
      if (this.editor) this.lookUp.find(this.at, this.editor.cell, "", true);
      return true;
    }
    if (command) return this.keyWithCommand(event);
    if (event.altKey) return this.keyWithAlt(event);
    switch (event.key) {
      case "ArrowDown": this.go(this.row + 1, this.column, event.shiftKey); return true;
      case "ArrowUp": this.go(this.row - 1, this.column, event.shiftKey); return true;
      case "ArrowLeft": this.go(this.row, this.column - 1, event.shiftKey); return true;
      case "ArrowRight": this.go(this.row, this.column + 1, event.shiftKey); return true;
      case "PageDown": this.go(this.row + 20, this.column, event.shiftKey); return true;
      case "PageUp": this.go(this.row - 20, this.column, event.shiftKey); return true;
      case "Home": this.go(this.row, 0); return true;
      case "End": this.go(this.row, this.columns.length - 1); return true;
      case "Enter": this.quick(event.shiftKey ? -1 : 1); return true;
      case "Tab": return this.tab(event.shiftKey ? -1 : 1);
      case "F2": this.edit(this.value(), false); return true;
      case "F8": this.above(); return true;
      case " ": if (event.shiftKey) this.select(this.row, 0, this.row, this.columns.length - 1); else this.edit("", false); return event.shiftKey;
      case "Delete": case "Backspace": this.lines.change(this.selection().filter(one => !one.column.readOnly && !this.lines.isEmpty(one.line)).map(one => ({ line: one.line, field: one.column.name, value: "" }))); return true;
      default: if (event.key.length === 1) { this.edit("", false); } return false;
    }
  }

  keyWithCommand(event) {
    switch (event.key) {
      case " ": this.select(0, this.column, this.lines.all.length - 1, this.column); return true;
      case "Home": this.go(0, this.column); return true;
      case "End": this.go(this.lines.all.length - 1, this.column); return true;
      case "z": case "Z": if (event.shiftKey) this.lines.redo(); else this.lines.undo(); this.go(this.row, this.column); return true;
      case "y": this.lines.redo(); this.go(this.row, this.column); return true;
      case "d": this.fillDown(); return true;
      case "a": this.select(0, 0, this.lines.all.length - 1, this.columns.length - 1); return true;
      case "Insert": this.lines.insert(this.row, [this.lines.blank()], null); this.go(this.row, this.column); return true;
      case "Delete": this.deleteLines(); return true;
      default: return false;
    }
  }

  keyWithAlt(event) {
    const number = this.line?.values.itemNumber ?? (this.line?.values.lineType === "item" ? this.line.values.lineObjectNumber : "");
    if (event.code === "KeyV" && number) { open("/item-availability?itemNumber=" + encodeURIComponent(number), "stockbook-availability"); return true; }
    const issue = this.line?.issues.find(one => one.field === this.at.name);
    if (event.key === "ArrowUp" && issue) { notice(said(this.at.title, issue.message)); return true; }
    return false;
  }

  deleteLines() {
    const lines = [...new Set(this.selection().map(one => one.line))].filter(line => line !== this.lines.all.at(-1));
    const at = this.lines.all.indexOf(lines[0]);
    if (lines.length) this.lines.delete(lines);
    this.go(Math.max(0, at), this.columns.findIndex(column => column.quickEntry));
  }

  above() {
    const above = this.lines.all[this.row - 1];
    if (above && !this.at.readOnly) this.lines.change(this.edits({ line: this.line, column: this.at, row: this.row }, write(this.at, String(above.values[this.at.name] ?? ""))));
    this.quick(1);
  }

  fillDown() {
    const cells = this.selection();
    const top = new Map(cells.filter(one => one.line === cells[0].line).map(one => [one.column.name, String(one.line.values[one.column.name] ?? "")]));
    this.lines.change(cells.filter(one => one.line !== cells[0].line && !one.column.readOnly).map(one => ({ line: one.line, field: one.column.name, value: top.get(one.column.name) })));
  }

  /** Next or previous quick-entry cell; after the last one of a line the first of the next. */
  quick(by) {
    let { row, column } = this;
    do {
      column += by;
      if (column < 0 || column >= this.columns.length) {
        row += by;
        column = by > 0 ? 0 : this.columns.length - 1;
      }
    } while (row >= 0 && row < this.lines.all.length && !this.columns[column].quickEntry);
    if (row >= 0 && row < this.lines.all.length) this.go(row, column);
  }

  tab(by) {
    let { row, column } = this;
    do {
      column += by;
      if (column < 0 || column >= this.columns.length) {
        row += by;
        column = by > 0 ? 0 : this.columns.length - 1;
      }
    } while (row >= 0 && row < this.lines.all.length && this.columns[column].readOnly);
    if (row < 0 || row >= this.lines.all.length) return false;
    this.go(row, column);
    return true;
  }
}
