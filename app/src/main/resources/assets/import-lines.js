// Reads a spreadsheet or text file into the batch that is open; every bad row is shown, and nothing is added unless all are good or the good ones are asked for.
import { commands, problems } from "./actions.js";
import { dialog, element, notice } from "./api.js";
import { said } from "./values.js";

const csrf = document.querySelector("meta[name=csrf]");

/** Registers the command; address(rest) leads to the batch, added() shows its lines anew. */
export function offerImport(texts, address, added) {
  commands["import-lines"] = () => choose(texts, address, added);
}

function choose(texts, address, added) {
  const input = element("input", { type: "file", accept: ".csv,.txt,.xlsx", id: "import-file", "aria-label": texts["import-file"] });
  const result = element("div", { class: "pad", role: "status" });
  const button = (words, mode) => element("button", { class: "btn" + (mode === "allOrNothing" ? " primary" : ""), type: "button", onclick: () => send(mode) }, words);
  const asked = dialog(texts["import-title"], element("div", { class: "pad" }, element("p", { class: "muted" }, texts["import-hint"]), input), result,
    element("div", { class: "bar" }, button(texts["import-all"], "allOrNothing"), button(texts["import-trial"], "trial"), button(texts["import-good"], "onlyGoodRows")));

  async function send(mode) {
    const file = input.files[0];
    if (!file) { input.click(); return; }
    result.replaceChildren(texts["import-reading"]);
    const answer = await fetch("/api/v1/" + address(`import?mode=${mode}&fileName=${encodeURIComponent(file.name)}`), {
      method: "POST", credentials: "same-origin", body: file,
      headers: { Accept: "application/json, application/problem+json", "Content-Type": "application/octet-stream", [csrf.dataset.header]: csrf.content } });
    const json = await answer.json();
    if (!answer.ok) { result.replaceChildren(); problems(texts["import-title"], json); return; }
    if (json.lines > 0) added();
    if (json.issues.length === 0 && mode !== "trial") { asked.close(); notice(json.message); return; }
    result.replaceChildren(element("p", { class: json.lines > 0 ? "" : "b" }, json.message), list(json));
  }

  function list(json) {
    return element("ul", { class: "reasons scroll" },
      ...json.ignoredColumns.map(column => element("li", { class: "warn" }, texts["import-ignored"].replace("{column}", column))),
      ...json.issues.slice(0, 500).map(issue => element("li", { class: issue.severity === "error" ? "bad" : "warn" },
        issue.row ? said(texts["import-row"].replace("{row}", issue.row), issue.message) : issue.message)));
  }
  input.focus();
}
