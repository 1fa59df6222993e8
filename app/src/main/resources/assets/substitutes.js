// What may be sold in place of the item of a line: buttons in its message for the best ones, and all of them with Alt S.
import { call, dialog, element, get, newKey, notice, reader } from "./api.js";
import { commands, problems } from "./actions.js";
import { writeNumber } from "./values.js";

const BUTTONS = 2;
const named = one => [one.itemNumber || one.catalogItemNumber, one.itemVariantCode].filter(Boolean).join(" ");

/** page: { declaration, lines, keys, take(document) } */
export function offered(page, line, substitutes) {
  const texts = page.declaration.texts;
  const best = substitutes.slice(0, BUTTONS).map(one => ({ label: texts["substitute-take"].replace("{item}", named(one)).replace("{quantity}", writeNumber(String(one.available))), run: () => take(page, line, one) }));
  return substitutes.length > BUTTONS ? [...best, { label: texts["substitute-all"].replace("{count}", writeNumber(String(substitutes.length))), run: () => choose(page, line, substitutes) }] : best;
}

/** The line keeps its quantity and its location; everything else comes back with the document. */
async function take(page, line, one) {
  const { lines, keys } = page;
  const texts = page.declaration.texts;
  const before = line.values.lineObjectNumber;
  const { row, column } = keys;
  try {
    page.take(await call("POST", lines.address(`${page.declaration.lines}/${line.id}/substitute`), one.itemNumber
      ? { itemNumber: one.itemNumber, itemVariantCode: one.itemVariantCode } : { catalogItemNumber: one.catalogItemNumber },
    { "If-Match": '"' + lines.document.etag + '"', "Idempotency-Key": newKey() }));
    keys.go(row, column);
    notice(texts["substitute-taken"].replace("{item}", named(one)).replace("{before}", before));
  } catch (failure) {
    if (failure.problem?.code === "common.changed-by-another") await lines.merge();
    else if (failure.problem) problems(texts["substitute-title"].replace("{item}", before), failure.problem);
    else throw failure;
  }
}

function choose(page, line, substitutes) {
  const texts = page.declaration.texts;
  const title = texts["substitute-title"].replace("{item}", line.values.lineObjectNumber);
  const row = one => element("tr", {}, element("td", {}, named(one)),
    element("td", { class: "fill" }, one.displayName, one.condition ? element("div", { class: "muted" }, one.condition) : null),
    element("td", { class: "n" }, writeNumber(String(one.inventory))), element("td", { class: "n" }, writeNumber(String(one.available))),
    element("td", {}, element("button", { class: "btn sm", type: "button", "aria-label": texts["substitute-choose"] + " " + named(one), onclick: () => { asked.close(); take(page, line, one); } }, texts["substitute-choose"])));
  const head = ["item", "description", "inventory", "available"].map(key => element("th", { scope: "col", class: key === "inventory" || key === "available" ? "n" : null }, texts["substitute-" + key]));
  const asked = dialog(title, element("table", { class: "grid list" }, element("thead", {}, element("tr", {}, ...head, element("th", {}, element("span", { class: "sr" }, texts["substitute-choose"])))), element("tbody", {}, ...substitutes.map(row))),
    element("div", { class: "bar" }, element("button", { class: "btn", type: "button", onclick: () => asked.close() }, reader.texts["shell.cancel"])));
  asked.querySelector("tbody button").focus();
}

/** Also where nothing is short: who sells may know better. */
export function register(page) {
  const texts = page.declaration.texts;
  commands.substitute = async (values, button) => {
    page.keys.commit();
    await page.lines.settled();
    const line = page.keys.line;
    if (page.lines.document.status !== "open" || !line?.id || line.values.lineType !== "item") { notice(texts["substitute-where"]); return; }
    const found = (await get(page.lines.address("availability"))).value.find(one => one.sequence === line.id)?.substitutes ?? [];
    if (found.length === 0) notice(texts["substitute-none"].replace("{item}", line.values.lineObjectNumber));
    else choose(page, line, found);
  };
}
