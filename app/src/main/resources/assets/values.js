// Reads what people type into canonical values, and writes canonical values as the reader's language does. Numbers stay texts: exact, never binary.
import { reader } from "./api.js";

const SCALE = 10000000000n;
const MINUS = "\u2212";

/** Writes a plain decimal with grouping and the language's decimal sign. */
export function writeNumber(plain, fewest = 0, most = 5) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return plain;
  let decimals = (match[3] ?? "").replace(/0+$/, "").slice(0, most);
  while (decimals.length < fewest) decimals += "0";
  const whole = match[2].replace(/\B(?=(\d{3})+$)/g, reader.groupingSign);
  return (match[1] ? MINUS : "") + whole + (decimals ? reader.decimalSign + decimals : "");
}

/** A heading and what is said of it; French has a space before its colon, on which no line ends. */
export const said = (heading, text) => heading + (document.documentElement.lang.startsWith("fr") ? "\u00a0: " : ": ") + text;

/** A plain decimal, or undefined where the text is none; arithmetic such as 12*6 or =350/4 is worked out. */
export function readNumber(text) {
  const tidy = text.trim().replace(/^=/, "").replace(/[\s\u00a0\u202f]/g, "").replaceAll(MINUS, "-");
  if (/^[-+]?[\d.,']+$/.test(tidy)) return plainNumber(tidy);
  return /^[-\d.,+*/()]+$/.test(tidy) ? calculate(tidy) : undefined;
}

/** One sign decides the decimals: the language's own, or the other one where it can only be that. */
function plainNumber(tidy) {
  const sign = tidy.startsWith("-") ? "-" : "";
  let digits = tidy.replace(/^[-+]/, "").replaceAll("'", "");
  const other = reader.decimalSign === "," ? "." : ",";
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (digits.includes(".") && digits.includes(",")) {
    digits = digits.slice(0, last).replace(/[.,]/g, "") + "." + digits.slice(last + 1);
  } else if (digits.includes(other)) {
    const grouping = new RegExp("^\\d{1,3}(\\" + other + "\\d{3})+$").test(digits);
    digits = grouping ? digits.replaceAll(other, "") : digits.replace(other, ".");
  } else {
    digits = digits.replace(reader.decimalSign, ".");
  }
  if (!/^\d*\.?\d*$/.test(digits) || !/\d/.test(digits)) return undefined;
  const [whole, decimals] = digits.split(".");
  const tail = (decimals ?? "").replace(/0+$/, "");
  return sign + (whole.replace(/^0+(?=\d)/, "") || "0") + (tail ? "." + tail : "");
}

function calculate(text) {
  const tokens = text.match(/[\d.,]+|[-+*/()]/g);
  let at = 0;
  const factor = () => {
    const token = tokens[at++];
    if (token === "-") return -factor();
    if (token === "(") { const inner = sum(); at++; return inner; }
    const plain = token === undefined ? undefined : plainNumber(token);
    if (plain === undefined) throw new SyntaxError(text);
    return scaled(plain);
  };
  const product = () => {
    let value = factor();
    while (tokens[at] === "*" || tokens[at] === "/") {
      value = tokens[at++] === "*" ? (value * factor()) / SCALE : (value * SCALE) / factor();
    }
    return value;
  };
  const sum = () => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  try {
    const value = sum();
    return at === tokens.length ? unscaled(value) : undefined;
  } catch (failure) {
    return undefined;
  }
}

/** The sum of plain decimals, exact. */
export const added = plains => unscaled(plains.reduce((total, plain) => total + scaled(plain), 0n));

function scaled(plain) {
  const [whole, decimals = ""] = plain.split(".");
  return BigInt(whole + decimals.slice(0, 10).padEnd(10, "0"));
}

/** Rounded half away from zero to five decimals. */
function unscaled(value) {
  const half = value < 0n ? -50000n : 50000n;
  const rounded = (value + half) / 100000n;
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(6, "0");
  return (rounded < 0n ? "-" : "") + plainNumber(digits.slice(0, -5) + reader.decimalSign + digits.slice(-5));
}

export function writeDate(iso) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
  const [year, month, day] = iso.split("-");
  return reader.datePattern.replace("yyyy", year).replace("MM", month).replace("dd", day);
}

const DAY = 86400000;
const isoOf = date => date.toISOString().slice(0, 10);

/** An ISO date, or undefined: t today, w work date, +3, 1120, 20.11, 20.11.2026, ISO; the letters are those of the language. */
export function readDate(text, letters) {
  const tidy = text.trim().toLowerCase();
  const workDate = new Date(reader.workDate + "T00:00:00Z");
  if (tidy === letters.today) return reader.today;
  if (tidy === letters.workDate) return reader.workDate;
  if (/^[+-]\d{1,4}$/.test(tidy)) return isoOf(new Date(workDate.getTime() + Number(tidy) * DAY));
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tidy);
  if (match) return real(match[1], match[2], match[3]);
  match = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?\.?$/.exec(tidy);
  if (match) return real(year(match[3]), match[2], match[1]);
  match = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(tidy);
  if (!match) return undefined;
  const dayFirst = reader.datePattern.startsWith("dd");
  return real(year(match[3]), dayFirst ? match[2] : match[1], dayFirst ? match[1] : match[2]);
}

const year = digits => digits === undefined ? reader.workDate.slice(0, 4) : digits.length === 2 ? "20" + digits : digits;

function real(yearDigits, month, day) {
  const iso = `${yearDigits}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(iso + "T00:00:00Z");
  return !Number.isNaN(date.getTime()) && isoOf(date) === iso ? iso : undefined;
}
