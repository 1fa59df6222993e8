// Hands a file in, to be checked or taken, and shows every row that cannot be.
import { element, reader } from "./api.js";
import { writeNumber } from "./values.js";

const form = document.getElementById("import");
const result = document.getElementById("result");
const csrf = document.querySelector("meta[name=csrf]");

const said = (words, answer) => words.replace(/\{([a-z]+)}/g, (_, name) => answer[name] === undefined ? "" : writeNumber(String(answer[name])));

function refused(problem) {
  const rows = (problem.errors ?? []).map(one => element("tr", {}, element("td", { class: "n" }, String(one.target?.line ?? "")), element("td", {}, one.target?.field ?? ""), element("td", {}, one.target?.value ?? ""), element("td", { class: "bad" }, one.message)));
  const table = rows.length ? element("table", { class: "grid flush" }, element("thead", {}, element("tr", {}, element("th", {}, form.dataset.line), element("th", {}), element("th", {}), element("th", {}, form.dataset.reason))), element("tbody", {}, ...rows)) : "";
  result.replaceChildren(element("p", { class: "bad", role: "alert" }, problem.detail ?? problem.title ?? reader.texts["shell.failed"]), table);
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const file = form.file.files[0];
  const check = event.submitter?.value === "check";
  event.submitter?.classList.add("busy");
  try {
    const address = "/api/v1/imports?collection=" + form.dataset.collection + "&name=" + encodeURIComponent(file.name) + "&dryRun=" + check;
    const answer = await fetch(address, { method: "POST", credentials: "same-origin", body: file,
      headers: { Accept: "application/json, application/problem+json", "Content-Type": "application/octet-stream", [csrf.dataset.header]: csrf.content } });
    const body = await answer.json();
    if (answer.ok) result.replaceChildren(element("p", { class: "banner " + (check ? "info" : "success") }, said(check ? form.dataset.checked : form.dataset.taken, body)));
    else refused(body);
  } catch (failure) {
    refused({ detail: reader.texts["shell.offline"] });
  } finally {
    event.submitter?.classList.remove("busy");
  }
});
