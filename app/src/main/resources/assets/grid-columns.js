// What a column knows: how its cells are read, written and looked up.
import { get, reader } from "./api.js";
import { shownColumns } from "./grid-settings.js";
import { readDate, readNumber, writeDate, writeNumber } from "./values.js";

export function prepare(declaration) {
  const letters = { today: declaration.texts["letter.today"], workDate: declaration.texts["letter.work-date"] };
  return shownColumns(declaration).map((column, index) => prepared(column, index, letters));
}

const ENGLISH = { today: "t", workDate: "w" };

let setup = null;

/** The values of a global dimension; which one that is, the set-up of the ledger says. */
async function dimensionValues(place) {
  setup ??= get("generalLedgerSetup").then(answer => answer.value?.[0] ?? answer).catch(() => ({}));
  const code = (await setup)[`globalDimension${place}Code`];
  return code ? "dimensionValues?filter=" + encodeURIComponent(`dimensionCode eq '${code.replaceAll("'", "''")}' and blocked eq false`) : "";
}

const DIMENSION = /^(?:new)?shortcutDimension(\d)Code$/i;

/** One column, or a field that is typed like one. */
export function prepared(column, index = 0, letters = reader.letters ?? ENGLISH) {
  const traits = column.traits ?? [];
  const dimension = DIMENSION.exec(column.name)?.[1];
  return {
    ...column,
    ...(dimension ? { collection: () => dimensionValues(dimension) } : {}),
    index,
    figure: ["quantity", "unit_amount", "amount"].includes(column.kind),
    quickEntry: traits.includes("QUICK_ENTRY"),
    fromAbove: traits.includes("FROM_ABOVE"),
    readOnly: traits.includes("READ_ONLY"),
    filling: traits.includes("FILLING"),
    muted: traits.includes("MUTED"),
    letters,
  };
}

/** What a cell shows for a canonical value. */
export function write(column, value) {
  if (!value) return "";
  switch (column.kind) {
    case "date": return writeDate(value);
    case "quantity": return writeNumber(value);
    case "unit_amount": return writeNumber(value, 2, 5);
    case "amount": return writeNumber(value, 2, 2);
    case "choice": return column.choices.find(choice => choice.value === value)?.text ?? value;
    default: return value;
  }
}

/** The canonical value of what was typed; what cannot be read stays as typed, and the server says so at the cell. */
export function read(column, typed) {
  const text = typed.trim();
  if (!text) return "";
  switch (column.kind) {
    case "date": return readDate(text, column.letters) ?? text;
    case "quantity":
    case "unit_amount":
    case "amount": return readNumber(text) ?? text;
    case "choice": return chosen(column, text) ?? text;
    case "code": return text.toUpperCase();
    default: return text;
  }
}

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function chosen(column, text) {
  const wanted = plain(text);
  const exact = column.choices.find(choice => plain(choice.value) === wanted || plain(choice.text) === wanted);
  return (exact ?? column.choices.find(choice => plain(choice.text).startsWith(wanted)))?.value;
}

/** The unit typed behind a quantity, as in 3 BOX. */
export function withUnit(text) {
  const match = /^(.*?[\d)])\s*([A-Za-z][A-Za-z0-9]*)$/.exec(text.trim());
  const quantity = match ? readNumber(match[1]) : undefined;
  return quantity === undefined ? undefined : { quantity, unit: match[2].toUpperCase() };
}

/** What look-ups show of a record: its key first, then what people choose by. */
const KEYS = ["number", "code", "accountNumber", "entryNumber"];
const NAMES = ["description", "displayName", "name", "postingDate"];
const MORE = ["inventory", "remainingQuantity"];

export function lookedUp(row) {
  const key = KEYS.find(name => row[name] !== undefined) ?? Object.keys(row)[0];
  return { key, shown: [key, NAMES.find(name => row[name] !== undefined) ?? key, MORE.find(name => row[name] !== undefined)].filter((name, at, all) => name && all.indexOf(name) === at) };
}
