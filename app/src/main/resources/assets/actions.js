// Buttons that act: links, calls of the API, questions in a dialog; and the keys that press them.
import { call, dialog, element, newKey, notice, ProblemAnswer, reader } from "./api.js";
import { fields } from "./fields.js";
import { watch } from "./jobs.js";

/** What pages do themselves, by name; they register here. */
export const commands = {};

const filled = (address, values) => address.replace(/\{([a-zA-Z]+)}/g, (_, name) => encodeURIComponent(values[name] ?? ""));

/** The values of the current row of a list, or the batch of a worksheet. */
function currentRow() {
  const batch = document.getElementById("batch");
  if (batch) return { batch: batch.value };
  const row = document.querySelector("tr.cur[data-row]");
  return row ? JSON.parse(row.dataset.row) : {};
}

export async function act(button) {
  if (button.getAttribute("aria-disabled") === "true") {
    notice(button.title);
    return;
  }
  const action = JSON.parse(button.dataset.act);
  const values = currentRow();
  const isWithoutRow = /\{[a-zA-Z]+}/.test(action.open ?? action.address ?? "") && Object.keys(values).length === 0;
  const [plain, wanted] = action.open?.split("?") ?? [];
  if (isWithoutRow && wanted && !plain.includes("{")) {
    location.href = plain;   // what the row would have been is only proposed there
  } else if (isWithoutRow) {
    notice(reader.texts["action.choose-row"]);
  } else if (action.open?.endsWith("/pdf")) {
    window.open(filled(action.open, values), "_blank");
  } else if (action.open) {
    location.href = filled(action.open, values);
  } else if (action.run) {
    await commands[action.run]?.(values, button);
  } else if (action.ask) {
    question(action, values);
  } else if (!action.confirm || await confirmed(titleOf(button), action.confirm)) {
    await send(button, action.method, filled(action.address, values), {});
  }
}

/** The words of a button, without its key. */
export const titleOf = button => [...button.childNodes].filter(node => node.nodeName !== "KBD").map(node => node.textContent).join("").trim();

/** Asks before what cannot be taken back; the button says what it does. */
export function confirmed(label, words) {
  return new Promise(resolve => {
    const yes = element("button", { class: "btn primary", type: "button", onclick: () => { resolve(true); asked.close(); } }, label);
    const asked = dialog(label, element("p", { class: "pad" }, words), element("div", { class: "bar" }, yes, element("button", { class: "btn", type: "button", onclick: () => asked.close() }, reader.texts["shell.cancel"])));
    asked.addEventListener("close", () => resolve(false));
    yes.focus();
  });
}

function question(action, values) {
  const form = element("form", { class: "form pad", autocomplete: "off" });
  const problem = element("p", { class: "bad pad", role: "alert" });
  // What a question is about is the current row, where it says so; without one it is typed.
  const typed = fields(form, action.ask.map(field => ({ ...field, value: (field.value ?? "").replace(/^\{([a-zA-Z]+)}$/, (_, name) => values[name] ?? "") })));
  const button = element("button", { class: "btn primary", type: "submit" }, action.title);
  const asked = dialog(action.title, form, problem, element("div", { class: "bar" }, button, element("button", { class: "btn", type: "button", onclick: () => asked.close() }, reader.texts["shell.cancel"])));
  const submit = async event => {
    event.preventDefault();
    problem.textContent = "";
    try {
      await send(button, action.method, filled(action.address, values), typed.values(), true);
      asked.close();
    } catch (failure) {
      problem.textContent = failure.message;
      typed.refuse(failure.problem?.errors ?? []);
    }
  };
  form.addEventListener("submit", submit);
  button.addEventListener("click", submit);
  form.querySelector("input, select")?.focus();
}

/** Sends and shows what came of it: a page to go to, a job to watch, or this page anew. */
async function send(button, method, address, body, strict = false) {
  button.classList.add("busy");
  try {
    const version = (document.getElementById("record") ?? document.getElementById("batch"))?.dataset.version;
    const answer = await call(method, address, body, { "Idempotency-Key": newKey(), ...(version ? { "If-Match": '"' + version + '"' } : {}) });
    if (answer.runNumber && answer.link) watch(address.split("?")[0] + "/" + answer.runNumber, answer.link);
    if (answer.link) location.href = answer.link;
    else if (answer.secret) shownOnce(titleOf(button), answer.secret);
    else if (draftOf(answer)) location.href = draftOf(answer);
    else {
      sessionStorage.setItem("stockbook-notice", answer.message ?? [reader.texts["action.done"], numbersOf(answer)].filter(Boolean).join(" "));
      location.reload();
    }
  } catch (failure) {
    if (strict || !(failure instanceof ProblemAnswer)) throw failure;
    problems(titleOf(button), failure.problem);
  } finally {
    button.classList.remove("busy");
  }
}

/** The page of a draft that was made, known by its lines: salesCreditMemoLines stand on sales-credit-memos. */
function draftOf(answer) {
  const lines = Object.keys(answer.document ?? {}).find(name => /^(purchase|sales)\w+Lines$/.test(name));
  return lines && "/" + lines.replace(/Lines$/, "s").replace(/[A-Z]/g, letter => "-" + letter.toLowerCase()) + "/" + encodeURIComponent(answer.document.number);
}

/** The numbers of documents that were posted. */
const numbersOf = answer => Object.values(answer).filter(Array.isArray).flat().map(one => one?.number).filter(Boolean).join(", ");

/** What is shown now and never again stays until it is put away. */
function shownOnce(title, secret) {
  const field = element("input", { class: "ctl", type: "text", readonly: "", value: secret, size: String(secret.length), "aria-label": title });
  const shown = dialog(title, element("p", { class: "pad" }, reader.texts["shown-once"]), element("div", { class: "pad" }, field));
  shown.addEventListener("close", () => location.reload());
  field.select();
}

/** All reasons of a refusal, not just the first. */
export function problems(title, problem) {
  const reasons = problem.errors?.length ? problem.errors.map(one => one.message) : [problem.detail ?? problem.title];
  dialog(title, element("ul", { class: "pad reasons" }, ...reasons.map(reason => element("li", { class: "bad" }, reason))));
}

const NAMES = { " ": "Space", ArrowUp: "↑", ArrowDown: "↓" };
function keysOf(event) {
  const key = NAMES[event.key] ?? (event.key.length === 1 ? (event.code.startsWith("Key") && event.altKey ? event.code.slice(3) : event.key.toUpperCase()) : event.key);
  return [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.shiftKey ? "Shift" : "", event.altKey ? "Alt" : "", key].filter(Boolean).join(" ");
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const keys = keysOf(event);
  const button = keys.includes(" ") || /^F\d+$/.test(keys) ? [...document.querySelectorAll("[data-keys]")].find(one => one.dataset.keys === keys) : null;
  if (button) {
    event.preventDefault();
    button.click();
  }
});
document.addEventListener("click", event => {
  const other = event.target.closest?.("[data-press]");   // stands in a menu for a button that has no room
  if (other) document.getElementById(other.dataset.press).click();
  const button = event.target.closest?.("[data-act]");
  if (button) act(button).catch(failure => notice(failure.message, "danger"));
});
const kept = sessionStorage.getItem("stockbook-notice");
if (kept) {
  sessionStorage.removeItem("stockbook-notice");
  notice(kept);
}
