// The start page: proving the books with the progress in sight, and arranging the cards.
import { commands } from "./actions.js";
import { call, dialog, element, get, newKey, notice, ProblemAnswer, reader } from "./api.js";
import "./list.js";
import { writeNumber } from "./values.js";

const KEY = "stockbook-verification";
const PAUSE = 1000;
const texts = reader.keys;

/** Begins a proof, or follows the one that is running. */
commands.verify = async (_, button) => {
  try {
    const { jobNumber } = await call("POST", "verifications", {}, { "Idempotency-Key": newKey() });
    localStorage.setItem(KEY, String(jobNumber));
    follow(button);
  } catch (failure) {
    notice(failure.message, "danger");
  }
};

async function follow(button) {
  const number = localStorage.getItem(KEY);
  let job;
  try {
    job = await get("jobs/" + number);
  } catch (failure) {
    if (!(failure instanceof ProblemAnswer)) { setTimeout(() => follow(button), PAUSE); return; }
    localStorage.removeItem(KEY);
    button.hidden = false;
    return;
  }
  const state = progress(button);
  if (!job.finishedAt && job.state !== "failed" && job.state !== "cancelled" && job.state !== "completed") {
    const { itemsTotal = 0, itemsDone = 0 } = job.counts ?? {};
    const total = Number(itemsTotal);
    state.replaceChildren(element("progress", { max: String(total || 1), "aria-label": texts["verify.running"], ...(total ? { value: String(itemsDone) } : {}) }),
      element("span", {}, texts["verify.running"] + (total ? " " + writeNumber(String(itemsDone)) + " / " + writeNumber(String(total)) : "")),
      element("button", { class: "btn ghost sm", type: "button", onclick: () => call("POST", "jobs/" + number + "/cancel", {}).catch(failure => notice(failure.message, "danger")) }, reader.texts["shell.cancel"]));
    setTimeout(() => follow(button), PAUSE);
    return;
  }
  localStorage.removeItem(KEY);
  sessionStorage.setItem("stockbook-notice", texts["verify." + (job.state === "failed" ? "failed" : job.state === "cancelled" ? "cancelled" : "done")]);
  location.reload();
}

function progress(button) {
  button.hidden = true;
  const place = button.parentElement.querySelector(".running") ?? element("span", { class: "running", role: "status" });
  if (!place.isConnected) button.after(place);
  return place;
}

const verify = [...document.querySelectorAll("[data-act]")].find(button => JSON.parse(button.dataset.act).run === "verify");
if (verify && localStorage.getItem(KEY)) follow(verify);

/** All cards in their order: moved by keys or buttons, shown or not. */
function arrange() {
  const cards = JSON.parse(document.getElementById("arrangement").textContent);
  const said = element("p", { class: "sr", "aria-live": "polite" });
  const row = card => {
    const box = element("input", { type: "checkbox", checked: card.shown });
    const made = element("li", { "data-name": card.name }, element("label", { class: "opt" }, box, " " + card.text),
      element("button", { class: "btn ghost sm", type: "button", "aria-label": texts["arrange.up"].replace("{card}", card.text), title: texts["arrange.up"].replace("{card}", card.text), onclick: event => move(made, -1, event.currentTarget) }, "↑"),
      element("button", { class: "btn ghost sm", type: "button", "aria-label": texts["arrange.down"].replace("{card}", card.text), title: texts["arrange.down"].replace("{card}", card.text), onclick: event => move(made, 1, event.currentTarget) }, "↓"));
    made.addEventListener("keydown", event => {
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); move(made, event.key === "ArrowUp" ? -1 : 1, document.activeElement); }
    });
    return made;
  };
  function move(item, by, focus) {
    const beside = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (beside) by < 0 ? beside.before(item) : beside.after(item);
    focus.focus();
    said.textContent = item.querySelector("label").textContent.trim() + ": " + ([...item.parentElement.children].indexOf(item) + 1) + " / " + item.parentElement.children.length;
  }
  const list = (title, some) => [element("h3", {}, title), element("ol", { class: "arrange" }, ...some.map(row))];
  const asked = dialog(texts["arrange.title"], element("div", { class: "pad" }, element("p", { class: "muted" }, texts["arrange.hint"]),
    ...list(texts["arrange.counters"], cards.filter(card => card.counter)), ...list(texts["arrange.cards"], cards.filter(card => !card.counter)), said),
  element("div", { class: "bar" },
    element("button", { class: "btn primary", type: "button", onclick: () => keep([...asked.querySelectorAll(".arrange li")]) }, texts["arrange.keep"]),
    element("button", { class: "btn", type: "button", onclick: () => keep([]) }, texts["arrange.reset"]),
    element("button", { class: "btn", type: "button", onclick: () => asked.close() }, reader.texts["shell.cancel"])));
  asked.querySelector("input")?.focus();
}

async function keep(items) {
  const csrf = document.querySelector("meta[name=csrf]");
  const chosen = new URLSearchParams();
  items.forEach(item => chosen.append("cards", item.dataset.name));
  items.filter(item => !item.querySelector("input").checked).forEach(item => chosen.append("hidden", item.dataset.name));
  const answer = await fetch("/start/arrangement", { method: "POST", credentials: "same-origin", headers: { [csrf.dataset.header]: csrf.content }, body: chosen }).catch(() => null);
  if (answer?.ok) location.reload();
  else notice(reader.texts[answer ? "shell.failed" : "shell.offline"], "danger");
}

document.getElementById("arrange").addEventListener("click", arrange);
