// Alt L and Alt D: lots and serial numbers, or dimensions, of the current line in a dialog, also where their columns are left out.
import { dialog, element, notice, reader } from "./api.js";
import { fields } from "./fields.js";
import { read, prepared } from "./grid-columns.js";

const PARTS = {
  lots: ["serialNumber", "lotNumber"],
  dimensions: ["shortcutDimension1Code", "newShortcutDimension1Code", "shortcutDimension2Code", "newShortcutDimension2Code"],
};
const ALL = Object.values(PARTS).flat();

/** Whether a column is reached by one of these keys and so need not come back by itself. */
export const isPart = name => ALL.includes(name);

const declared = (declaration, part) => declaration.columns.filter(column => PARTS[part].includes(column.name));

/** The parts that lines of this grid do not have: their keys are not offered. */
export const partsMissing = declaration => Object.keys(PARTS).filter(part => declared(declaration, part).length === 0);

export function openPart(part, { declaration, lines, keys, texts, mayChange }) {
  const columns = declared(declaration, part);
  keys.commit();
  const { line, row } = keys;
  if (!line || columns.length === 0) { notice(texts["no-" + part]); return; }
  const title = texts[part + "-title"].replace("{line}", row + 1);
  const form = element("form", { class: "form pad", autocomplete: "off" });
  const typed = fields(form, columns.map(column => ({ ...column, value: String(line.values[column.name] ?? "") })));
  const submit = event => {
    event.preventDefault();
    const values = typed.values();
    const edits = columns.filter(column => values[column.name] !== String(line.values[column.name] ?? "")).map(column => ({ line, field: column.name, value: read(prepared(column), values[column.name]) }));
    shown.close();
    if (edits.length) lines.change([...keys.inherited(line, row, edits.map(edit => edit.field)), ...edits]);
    keys.go(row, keys.column);
  };
  form.addEventListener("submit", submit);
  form.append(element("button", { class: "sr", type: "submit", tabindex: "-1" }, texts["keep"]));
  const shown = dialog(title, form, element("div", { class: "bar" },
    mayChange() ? element("button", { class: "btn primary", type: "button", onclick: submit }, texts["keep"]) : null,
    element("button", { class: "btn", type: "button", onclick: () => shown.close() }, reader.texts[mayChange() ? "shell.cancel" : "shell.close"])));
  if (!mayChange()) form.querySelectorAll("input, select").forEach(input => { input.disabled = true; });
  shown.addEventListener("close", () => keys.go(row, keys.column));
  form.querySelector("input:not([disabled]), select")?.focus();
}
