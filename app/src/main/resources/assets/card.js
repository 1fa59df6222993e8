// A card: each field is saved when it is left; what somebody else changed meanwhile is merged, and only the same field asks.
import { call, element, get, newKey, notice } from "./api.js";
import "./dossier.js";
import { attach, mark, misread } from "./fields.js";
import { prepared, read, write } from "./grid-columns.js";
import { back, origin } from "./pager.js";

const form = document.getElementById("record");
if (form) start();
const SETTLED = 300;   // milliseconds in which scrolling is what a tab asked for
const parts = document.getElementById("parts");
if (parts) followParts();
document.addEventListener("keydown", event => {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && !event.ctrlKey && !event.altKey) { event.preventDefault(); back(); }
  if (event.altKey && !event.ctrlKey && !event.shiftKey && event.code === "KeyN" && form?.dataset.version) { event.preventDefault(); another(); }
});

/** A new record of the same kind, once what was typed into this one is on its way. */
function another() {
  document.activeElement?.blur();
  location.href = "/" + location.pathname.split("/")[1] + "/new";
}

/** The tab of the part that is in view is the current one; Alt and a digit goes to a part. */
function followParts() {
  const box = document.getElementById("parts-scroll");
  const tabs = [...parts.querySelectorAll("a")];
  const target = tab => document.getElementById(tab.hash.slice(1));
  const mark = current => tabs.forEach(tab => { if (tab === current) tab.setAttribute("aria-current", "true"); else tab.removeAttribute("aria-current"); });
  let gone = -SETTLED;
  function go(tab) {
    if (!tab) return;
    gone = performance.now();
    const top = tab === tabs[0] ? 0 : target(tab).getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 12;
    box.scrollTo({ top });
    mark(tab);
    tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    target(tab).querySelector("input:not([readonly]), select, a")?.focus({ preventScroll: true });
  }
  parts.addEventListener("click", event => {
    const tab = event.target.closest("a");
    if (tab) { event.preventDefault(); go(tab); }
  });
  box.addEventListener("scrollend", () => {
    if (performance.now() - gone < SETTLED) return;
    const edge = box.getBoundingClientRect().top + 40;
    if (box.scrollTop + box.clientHeight < box.scrollHeight - 2) mark(box.scrollTop < 8 ? tabs[0] : tabs.slice(1).findLast(tab => target(tab).getBoundingClientRect().top <= edge) ?? tabs[0]);
  });
  document.addEventListener("keydown", event => {
    if (event.altKey && !event.ctrlKey && /^[1-9]$/.test(event.key)) { event.preventDefault(); go(tabs[Number(event.key) - 1]); }
    if (event.key === "F6") {
      event.preventDefault();
      const at = tabs.findIndex(tab => tab.hasAttribute("aria-current"));
      go(tabs[(at + (event.shiftKey ? -1 : 1) + tabs.length) % tabs.length]);
    }
  });
}

function start() {
  const declaration = JSON.parse(document.getElementById("form").textContent);
  const texts = declaration.texts;
  const columns = new Map(declaration.columns.map(column => [column.name, prepared(column)]));
  const inputs = [...form.querySelectorAll("[data-kind]")];
  const fresh = !form.dataset.version;
  const saved = document.getElementById("saved");
  const done = [];
  let queue = Promise.resolve();
  const known = new Map(inputs.map(input => [input.name, canonical(input)]));

  function canonical(input) {
    if (input.type === "checkbox") return String(input.checked);
    if (input.tagName === "SELECT") return input.value;
    return input.dataset.value !== undefined && input.value === input.defaultValue ? input.dataset.value : read(columns.get(input.name), input.value);
  }

  const isChanged = input => known.has(input.name) && canonical(input) !== known.get(input.name);

  function show(input, value) {
    if (input.type === "checkbox") input.checked = value === "true";
    else if (input.tagName === "SELECT") input.value = value;
    else {
      input.value = write(columns.get(input.name), value);
      input.defaultValue = input.value;
      input.dataset.value = value;
    }
  }

  inputs.forEach(input => {
    const column = columns.get(input.name);
    if (column?.collection && input.tagName === "INPUT") attach(input, column);
    input.addEventListener("change", () => { if (!fresh) queue = queue.then(() => save(input)); });
  });
  form.addEventListener("submit", event => { event.preventDefault(); if (fresh) create(); });
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); if (fresh) create(); else leave(); }
    else if (event.key === "Enter" && event.target.tagName === "INPUT") { event.preventDefault(); next(event.target, event.shiftKey ? -1 : 1); }
    else if (event.key === "Escape" && (fresh ? inputs.some(isChanged) : isChanged(event.target))) { event.preventDefault(); show(event.target, known.get(event.target.name)); }
    else if (event.ctrlKey && event.key.toLowerCase() === "z" && !fresh && done.length && event.target.value === event.target.defaultValue) { event.preventDefault(); undo(); }
  });
  if (fresh) inputs[0]?.focus();

  /** Saves what is typed and goes back to the list that one came from; what is refused stays in view. */
  async function leave() {
    const input = document.activeElement;
    input.blur();
    await queue;
    const refused = form.querySelector("[aria-invalid]");
    if (refused || !origin()) (refused ?? input).focus();
    else location.href = origin();
  }

  function next(input, by) {
    inputs[inputs.indexOf(input) + by]?.focus();
  }

  function undo() {
    const step = done.pop();
    show(step.input, step.before);
    queue = queue.then(() => save(step.input, false));
  }

  async function save(input, remembered = true, version = form.dataset.version) {
    const value = canonical(input);
    const before = known.get(input.name);
    if (value === before) return;
    const column = columns.get(input.name);
    const wrong = column && input.tagName === "INPUT" && input.type !== "checkbox" ? misread(column, value) : "";
    if (wrong) {
      mark(input.closest(".field"), wrong);
      saved.textContent = texts["not-saved"];
      return;
    }
    saved.textContent = texts.saving;
    try {
      const row = await call("PATCH", form.dataset.address, { [input.name]: value }, { "If-Match": '"' + version + '"' });
      if (remembered) done.push({ input, before });
      take(row, input.name);
      mark(input.closest(".field"), "");
      saved.textContent = texts.saved;
    } catch (failure) {
      if (failure.problem?.code === "common.changed-by-another") await merge(input, before, remembered);
      else {
        mark(input.closest(".field"), failure.message);
        saved.textContent = texts["not-saved"];
      }
    }
  }

  /** The answer is the record as it is now: fields that nobody is typing in follow it. */
  function take(row, mine) {
    form.dataset.version = String(row.version);
    inputs.forEach(input => {
      const value = row[input.name] === undefined ? "" : String(row[input.name]);
      const mineNow = input.name === mine || canonical(input) === known.get(input.name);
      known.set(input.name, input.type === "checkbox" ? String(value === "true") : value);
      if (mineNow && document.activeElement !== input) show(input, known.get(input.name));
    });
  }

  async function merge(input, before, remembered) {
    const theirs = await get(form.dataset.address);
    const value = String(theirs[input.name] ?? "");
    const mine = canonical(input);
    if (value === before || value === mine) {
      form.dataset.version = String(theirs.version);
      await save(input, remembered, String(theirs.version));
      take(await get(form.dataset.address), input.name);
      notice(texts.merged);
      return;
    }
    const field = input.closest(".field");
    mark(field, texts.theirs.replace("{value}", write(columns.get(input.name), value) || "–"));
    const keep = words => element("button", { class: "btn sm", type: "button", onclick: async () => {
      mark(field, "");
      form.dataset.version = String(theirs.version);
      if (words === "theirs") show(input, value);
      known.set(input.name, value);
      await save(input, remembered);
    } }, texts["take-" + words]);
    field.querySelector(".reason").append(" ", keep("mine"), " ", keep("theirs"));
  }

  async function create() {
    const values = Object.fromEntries(inputs.map(input => [input.name, canonical(input)]).filter(([, value]) => value !== "" && value !== "false"));
    inputs.forEach(input => mark(input.closest(".field"), ""));
    try {
      const row = await call("POST", form.dataset.address, values, { "Idempotency-Key": newKey() });
      location.href = location.pathname.replace(/new$/, declaration.key.map(name => encodeURIComponent(row[name] ?? "")).join(","));
    } catch (failure) {
      const errors = failure.problem?.errors ?? [];
      errors.forEach(error => mark(form.querySelector(`[data-field="${CSS.escape(error.target?.field ?? "")}"]`), error.message));
      if (errors.length === 0) notice(failure.message, "danger");
      form.querySelector("[aria-invalid]")?.focus();
    }
  }
}
