// Draws lines as rows of a table; a changed line redraws its own row only.
import { element, icon, reader } from "./api.js";
import { write } from "./grid-columns.js";

export class GridView {
  constructor(table, columns, texts) {
    this.table = table;
    this.columns = columns;
    this.texts = texts;
    this.rows = new Map();
    this.longest = new Map();
    this.itemsCollection = "items";
    this.above = () => null;
    table.setAttribute("aria-colcount", columns.length + 1);
    table.append(element("thead", {}, element("tr", {}, element("th", { class: "st" }, element("span", { class: "sr" }, texts.state)),
      ...columns.map(column => element("th", { scope: "col", class: this.headStyle(column), "data-name": column.name }, column.heading)))),
    element("tbody"));
  }

  headStyle(column) {
    return [column.figure ? "n" : "", column.filling ? "wide" : ""].join(" ").trim();
  }

  structure(lines) {
    const body = this.table.tBodies[0];
    const kept = new Set(lines.map(line => line.key));
    [...this.rows].filter(([key]) => !kept.has(key)).forEach(([key, row]) => {
      [row, ...row.messages ?? []].forEach(gone => gone.remove());
      this.rows.delete(key);
    });
    let next = body.firstChild;
    lines.forEach((line, index) => {
      const row = this.rows.get(line.key) ?? this.make(line);
      if (row.dataset.index !== String(index)) {
        row.dataset.index = index;
        row.cells[0].lastChild.data = " " + (index + 1);
      }
      for (const one of [row, ...row.messages ?? []]) {   // what stands at its place stays there: a new line moves no other
        if (one === next) next = next.nextSibling;
        else body.insertBefore(one, next);
      }
    });
    for (let rest = next; rest; rest = next) {
      next = rest.nextSibling;
      rest.remove();
    }
    this.table.setAttribute("aria-rowcount", lines.length + 1);
  }

  make(line) {
    const row = element("tr", { "data-key": line.key }, element("td", { class: "st" }, element("span", { class: "mk" }), ""));
    row.cells[0].append("");
    this.columns.forEach(column => row.append(element("td", { role: "gridcell", "data-column": column.index, "data-name": column.name, tabindex: "-1", class: this.cellStyle(column) })));
    this.rows.set(line.key, row);
    this.draw(line);
    return row;
  }

  cellStyle(column) {
    return [column.figure ? "n" : "", column.filling ? "fill" : "", column.muted ? "m" : ""].join(" ").trim();
  }

  draw(line) {
    const row = this.rows.get(line.key);
    if (!row) return;
    const index = Number(row.dataset.index ?? 0);
    row.classList.toggle("new", line.id === 0 && Object.keys(line.changes).length === 0 && !line.inFlight);
    this.columns.forEach(column => {
      const cell = row.cells[column.index + 1];
      const issue = line.issues.find(one => one.field === column.name);
      cell.classList.toggle("err", issue?.severity === "error");
      cell.classList.toggle("wrn", issue?.severity === "warning");
      cell.classList.toggle("raw", Boolean(line.values.rawInput?.[column.name]));
      if (issue) cell.setAttribute("aria-invalid", "true"); else cell.removeAttribute("aria-invalid");
      if (!cell.classList.contains("editing")) {
        const words = this.shown(column, line);
        const nothing = column.figure && words !== "" && Number(line.values[column.name]) === 0;
        cell.classList.toggle("zero", nothing);
        cell.classList.toggle("hinted", words === this.texts["placeholder-item"]);
        cell.textContent = nothing ? "–" : words;
        if (column.figure && !nothing && Number.isFinite(Number(line.values[column.name] || NaN))) this.align(column, cell);
      }
      if (column.filling) cell.title = cell.textContent;
    });
    this.mark(row, line, index);
    this.messages(row, line);
  }

  /** Decimal signs of a column stand below each other: what a figure lacks to the longest takes its room, unseen; only a longer one moves the others. */
  align(column, cell) {
    const decimals = figure => figure.includes(reader.decimalSign) ? figure.slice(figure.lastIndexOf(reader.decimalSign)) : "";
    const fill = one => {
      one.querySelector("i")?.remove();
      const missing = this.longest.get(column.name).slice(decimals(one.textContent).length);
      if (missing) one.append(element("i", { "data-missing": missing }));
    };
    const own = decimals(cell.textContent);
    if (own.length <= (this.longest.get(column.name) ?? "").length) { if (this.longest.has(column.name)) fill(cell); return; }
    this.longest.set(column.name, own);
    [...this.rows.values()].map(row => row.cells[column.index + 1]).filter(one => /\d/.test(one.textContent) && !one.classList.contains("editing")).forEach(fill);
  }

  /** A new line shows what it would take from the line above. */
  shown(column, line) {
    const fresh = line.id === 0 && Object.keys(line.changes).length === 0 && !line.inFlight;
    if (fresh && column.collection === this.itemsCollection && column.quickEntry) return this.texts["placeholder-item"];
    const value = line.values[column.name] || (fresh && column.fromAbove ? this.inherited(column, line) : "");
    return write(column, String(value ?? ""));
  }

  inherited(column, line) {
    return this.above(line)?.values[column.name] || line.proposed?.[column.name] || "";
  }

  mark(row, line, index) {
    const error = line.issues.some(issue => issue.severity === "error");
    const sign = line.inFlight ? element("span", { class: "save", title: this.texts["being-saved"] })
      : Object.keys(line.changes).length > 0 ? element("span", { class: "wait", title: this.texts.waiting })
        : line.issues.length > 0 ? element("span", { class: error ? "bad" : "warn" }, icon("alert-triangle"), element("span", { class: "sr" }, this.texts[error ? "error" : "warning"])) : "";
    row.cells[0].replaceChildren(element("span", { class: "mk" }, sign), " " + (index + 1));
  }

  messages(row, line) {
    (row.messages ?? []).forEach(message => message.remove());
    row.messages = line.issues.length === 0 ? null : [element("tr", { class: "msg " + (line.issues.some(issue => issue.severity === "error") ? "" : "warning") },
      element("td", { colspan: this.columns.length + 1 }, ...line.issues.map((issue, at) => element("div", { class: "issue", role: "alert" },
        element("span", {}, issue.message), ...(issue.actions ?? []).map(action => element("button", { class: "btn sm", type: "button", onclick: action.run }, action.label)), element("span", { class: "right code" }, issue.code), at === 0 ? element("kbd", {}, "F4") : null))))];
    if (row.messages && row.parentNode) row.after(...row.messages);
  }

  cell(line, column) {
    return this.rows.get(line.key)?.cells[column.index + 1];
  }

  /** Line key and column of an element inside a cell. */
  place(target) {
    const cell = target.closest?.("td[data-column]");
    return cell ? { key: Number(cell.parentElement.dataset.key), column: Number(cell.dataset.column) } : null;
  }
}
