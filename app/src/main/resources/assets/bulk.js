// Many rows at once: ticked by mouse or keys, then something is done with all of them, and each says what came of it.
import { call, dialog, element, get, newKey, notice, ProblemAnswer, reader } from "./api.js";
import { fields, mark, misread } from "./fields.js";
import { prepared } from "./grid-columns.js";
import { added, writeNumber } from "./values.js";

const AT_ONCE = 500;

/** Nothing where rows are only read. */
export function bulk(table, strip) {
  if (!strip) return null;
  const declared = JSON.parse(document.getElementById("bulk-actions").textContent);
  const texts = declared.texts;
  const DONE = { words: texts.done };
  const ticked = new Map();   // the words of rows by their addresses
  const all = document.getElementById("tick-all");
  const rows = () => [...table.tBodies[0].querySelectorAll("tr[data-key]")];
  const words = row => row.querySelector("td a")?.textContent ?? row.cells[0].textContent.trim();

  function tick(row, wanted = !ticked.has(row.dataset.key)) {
    if (!row?.dataset.key) return;
    if (wanted) ticked.set(row.dataset.key, words(row));
    else ticked.delete(row.dataset.key);
    show();
  }

  function show() {
    rows().forEach(row => {
      const on = ticked.has(row.dataset.key);
      row.classList.toggle("ticked", on);
      row.querySelector(".tick input").checked = on;
    });
    all.checked = ticked.size > 0 && rows().every(row => ticked.has(row.dataset.key));
    all.indeterminate = ticked.size > 0 && !all.checked;
    strip.hidden = ticked.size === 0;
    strip.querySelector("b").textContent = texts.ticked.replace("{count}", ticked.size);
  }

  /** All rows of the filter, also those that are not on the page yet. */
  async function tickAll() {
    rows().forEach(row => ticked.set(row.dataset.key, words(row)));
    show();
    if (!document.querySelector("tr.further")) return;
    const answer = await fetch(location.pathname + "?" + new URLSearchParams([...new URLSearchParams(location.search), ["fragment", "addresses"]]), { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || answer.redirected || ticked.size === 0) return;
    (await answer.text()).split("\n").filter(Boolean).forEach(key => ticked.has(key) || ticked.set(key, key.replace(/(^|,)\w+:/g, "$1")));
    show();
  }

  function clear() {
    ticked.clear();
    show();
  }

  const ACTS = {
    block: () => records("block", key => ({ method: "update", key, data: { blocked: true } })),
    unblock: () => records("unblock", key => ({ method: "update", key, data: { blocked: false } })),
    delete: () => asked("delete", [], () => records("delete", key => ({ method: "delete", key }))),
    change: () => change(),
    release: () => documents("release", () => ({})),
    reopen: () => documents("reopen", () => ({})),
    post: () => post(),
  };

  /** Says for how many rows it is meant, before anything is done. */
  function asked(name, content, act) {
    const yes = element("button", { class: "btn primary", type: "button", onclick: () => { if (act() !== false) shown.close(); } }, texts[name]);
    const shown = dialog(texts[name], element("p", { class: "pad" }, texts.ticked.replace("{count}", ticked.size) + ". " + texts.each), ...content,
      element("div", { class: "bar" }, yes, element("button", { class: "btn", type: "button", onclick: () => shown.close() }, reader.texts["shell.cancel"])));
    (shown.querySelector("select, input") ?? yes).focus();
    return shown;
  }

  function change() {
    const form = element("form", { class: "form pad", autocomplete: "off", onsubmit: event => { event.preventDefault(); form.closest("dialog").querySelector(".btn.primary").click(); } });
    let typed;
    const which = fields(form, [{ name: "bulk-field", title: texts.field, kind: "choice", value: declared.fields[0].name, choices: declared.fields.map(field => ({ value: field.name, text: field.title })) }]);
    const chosen = () => declared.fields.find(field => field.name === which.values()["bulk-field"]);
    const offer = () => {
      form.querySelectorAll(".field:not(:first-child)").forEach(field => field.remove());
      typed = fields(form, [{ ...chosen(), title: texts.value, value: "" }]);
    };
    offer();
    form.querySelector("select").addEventListener("change", offer);
    asked("change", [form], () => {
      const field = chosen();
      const value = typed.values()[field.name];
      const wrong = misread(prepared(field), value);
      if (wrong) { mark(form.lastElementChild, wrong); return false; }
      records("change", key => ({ method: "update", key, data: { [field.name]: value } }));
      return true;
    });
  }

  /** Nothing is posted unseen: what each document would write comes first, and only what would be written can then be posted. */
  function post() {
    const ways = element("fieldset", { class: "ways pad" }, ...declared.postings.map((posting, at) => element("label", {}, element("input", { type: "radio", name: "way", value: at, checked: at === 0 }), " " + posting.text)));
    asked("preview", declared.postings.length > 1 ? [ways] : [], () => {
      const choice = () => declared.postings[Number(ways.querySelector("input:checked").value)].choice;
      documents("preview", choice, { changes: false, said: foreseen, onward: passed => documents("post", choice, { keys: passed }) });
    });
  }

  function foreseen(preview) {
    const debits = added(preview.generalLedgerEntries.map(entry => String(entry.amount)).filter(amount => !amount.startsWith("-")));
    return { words: texts.foreseen.replace("{entries}", preview.itemLedgerEntries.length).replace("{amount}", writeNumber(debits, 2)) };
  }

  /** Changes of records go together; each is done or refused for itself. */
  function records(name, operation) {
    run(name, AT_ONCE, async keys => {
      const answer = await call("POST", declared.collection + "/bulk", { mode: "independent", operations: keys.map(operation) }, { "Idempotency-Key": newKey() });
      return answer.operations.map(one => one.status < 300 ? DONE : { reason: reasons(one.problem) });
    });
  }

  /** What is done with documents is done with one after the other, in the state that each has then. */
  function documents(name, body, more = {}) {
    run(name, 1, async ([key]) => {
      try {
        const address = declared.collection + "/" + key.split(":")[0] + ":" + encodeURIComponent(key.slice(key.indexOf(":") + 1));
        const found = await get(address);
        const answer = await call("POST", address + "/" + name, body(), { "If-Match": '"' + found.etag + '"', "Idempotency-Key": newKey() });
        return [more.said ? more.said(answer) : DONE];
      } catch (failure) {
        if (!(failure instanceof ProblemAnswer)) throw failure;
        return [{ reason: reasons(failure.problem) }];
      }
    }, more);
  }

  const reasons = problem => [...new Set(problem.errors?.length ? problem.errors.map(one => one.message) : [problem.detail ?? problem.title])].join(" ");

  /** Does it in parts; every row says what came of it, and those that were refused stay ticked. What changes nothing leaves all ticked and may lead on with those that passed. */
  async function run(name, most, act, { keys = [...ticked.keys()], changes = true, onward = null } = {}) {
    const places = new Map(keys.map(key => [key, element("td", { class: "muted" }, "…")]));
    const summary = element("span", { role: "status" });
    const passed = [];
    let stopped = false;
    let refused = 0;
    const stop = element("button", { class: "btn", type: "button", onclick: () => { if (stop.dataset.over) shown.close(); else stopped = true; } }, texts.stop);
    const buttons = element("div", { class: "bar" }, summary, element("span", { class: "right" }), stop);
    const shown = dialog(texts[name], element("div", { class: "pad outcomes", tabindex: "0" },
      element("table", { class: "grid" }, element("tbody", {}, ...keys.map(key => element("tr", {}, element("td", {}, ticked.get(key)), places.get(key)))))), buttons);
    shown.addEventListener("close", () => { stopped = true; if (changes && passed.length) location.reload(); });
    try {
      for (let from = 0; from < keys.length && !stopped; from += most) {
        const part = keys.slice(from, from + most);
        (await act(part)).forEach(({ reason, words }, at) => {
          const place = places.get(part[at]);
          place.className = reason ? "bad" : "ok";
          place.textContent = reason || words;
          if (reason) refused++;
          else passed.push(part[at]);
        });
        summary.textContent = texts[changes ? "summary" : "outlook"].replace("{done}", passed.length).replace("{refused}", refused);
      }
    } catch (failure) {
      notice(failure.message, "danger");
    }
    stop.dataset.over = "true";
    stop.textContent = reader.texts["shell.close"];
    stop.focus();
    if (onward && passed.length && !stopped) {
      const further = element("button", { class: "btn primary", type: "button", onclick: () => { shown.close(); onward(passed); } }, texts.post);
      buttons.insertBefore(further, stop);
      further.focus();
    }
    if (changes) passed.forEach(key => ticked.delete(key));
    show();
  }

  strip.append(element("b", {}), ...declared.actions.map(action => element("button", { class: "btn", type: "button", "data-bulk": action.name, "aria-disabled": action.reason ? "true" : null, title: action.reason || null,
    onclick: () => action.reason ? notice(action.reason) : ACTS[action.name]() }, action.text)),
  element("span", { class: "right" }), element("button", { class: "btn ghost", type: "button", onclick: clear }, texts.clear + " ", element("kbd", {}, "Esc")));
  table.addEventListener("change", event => {
    if (event.target === all) all.checked ? tickAll() : clear();
    else if (event.target.closest(".tick")) tick(event.target.closest("tr"), event.target.checked);
  });
  new MutationObserver(() => { if (ticked.size) show(); }).observe(table.tBodies[0], { childList: true });
  return { tick, tickAll, clear, any: () => ticked.size > 0 };
}
