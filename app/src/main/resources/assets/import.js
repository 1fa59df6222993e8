// Hands a file in, to be checked or taken, and shows every row that cannot be. What is large becomes a job: the page shows how far it is and stops it.
import { call, element, get, newKey, NoNetwork, ProblemAnswer, reader } from "./api.js";
import { goesOn, seen, watch } from "./jobs.js";
import { writeNumber } from "./values.js";

const PAUSE = 500;
const LONG_FILE = 1_000_000;
const LONG_WORKBOOK = 100_000;
const LONG_LIST = 2_000;
const ROWS_AT_ONCE = 500;

const form = document.getElementById("import");
const result = document.getElementById("result");
const texts = JSON.parse(form.dataset.texts);
const titles = JSON.parse(form.dataset.titles);
const buttons = form.querySelectorAll("button");

const said = (words, answer) => words.replace(/\{([a-z]+)}/g, (_, name) => answer[name] === undefined ? "" : writeNumber(String(answer[name])));
const pause = () => new Promise(over => { setTimeout(over, PAUSE); });
const banner = (style, words) => element("p", { class: "banner " + style }, words);
const told = values => banner(values.dryRun ? "info" : "success", said(values.dryRun ? texts.checked : texts.taken, values));

/** Nobody should wait for many rows; a workbook is packed, so its size says more than the bytes of a text. */
async function isLong(file) {
  if (file.size > LONG_FILE) return true;
  return /\.xlsx$/i.test(file.name) ? file.size > LONG_WORKBOOK : (await file.text()).split("\n").length > LONG_LIST;
}

function cells(row) {
  return element("tr", {}, element("td", { class: "n" }, writeNumber(String(row.line ?? ""))), element("td", {}, titles[row.field] ?? row.field ?? ""), element("td", {}, row.value ?? ""), element("td", { class: "bad" }, row.message));
}

function table(rows) {
  const heading = words => element("th", { scope: "col" }, words);
  return element("table", { class: "grid flush" }, element("thead", {}, element("tr", {}, heading(texts.line), heading(texts.column), heading(texts.value), heading(texts.reason))), element("tbody", {}, ...rows.map(cells)));
}

function refused(problem) {
  const rows = (problem.errors ?? []).map(one => ({ ...one.target, message: one.message })).sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  result.replaceChildren(element("p", { class: "bad", role: "alert" }, problem.detail ?? problem.title ?? reader.texts["shell.failed"]), rows.length ? table(rows) : "");
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const file = form.file.files[0];
  const check = event.submitter?.value === "check";
  event.submitter?.classList.add("busy");
  try {
    const later = await isLong(file);
    const address = "imports?collection=" + form.dataset.collection + "&name=" + encodeURIComponent(file.name) + "&dryRun=" + check;
    const answer = await call("POST", address, file, { "Content-Type": "application/octet-stream", ...(later ? { Prefer: "respond-async", "Idempotency-Key": newKey() } : {}) });
    if (later) await follow(answer.jobNumber);
    else result.replaceChildren(told(answer));
  } catch (failure) {
    refused(failure instanceof ProblemAnswer ? failure.problem : { detail: reader.texts["shell.offline"] });
  } finally {
    event.submitter?.classList.remove("busy");
  }
});

/** Until it is over. Whoever goes elsewhere meanwhile is told on every page, and finds what came of it at this address. */
async function follow(number) {
  const address = "jobs/" + number;
  const here = location.pathname + "?job=" + number;
  history.replaceState(null, "", here);
  buttons.forEach(button => { button.disabled = true; });
  try {
    const file = await get("imports/" + number);
    const shown = progress(file, () => call("POST", address + "/cancel", {}));
    let job = await get(address);
    if (goesOn(job)) watch(address, here);
    for (; goesOn(job); job = await again(address, job)) {
      shown(job);
      await pause();
    }
    seen(address);
    await over(job, number);
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

/** A network that is away for a while does not stop the job. */
async function again(address, before) {
  try {
    return await get(address);
  } catch (failure) {
    if (failure instanceof NoNetwork) return before;
    throw failure;
  }
}

function progress(file, cancel) {
  const bar = element("progress", { max: "100", value: "0", "aria-label": file.fileName });
  const words = element("span", { class: "muted" });
  const stop = element("button", { class: "btn", type: "button", onclick: async () => {
    stop.disabled = true;
    words.textContent = reader.texts["shell.job-stopping"];
    try { await cancel(); } catch (failure) { if (!(failure instanceof ProblemAnswer)) stop.disabled = false; }
  } }, texts.stop);
  result.replaceChildren(element("section", { class: "panel", id: "job-progress" }, element("header", {}, element("h2", {}, file.fileName)),
    element("div", { class: "pad" }, bar, words, element("p", { class: "muted" }, texts.leave), element("div", { class: "bar flat" }, stop))));
  return job => {
    if (stop.disabled) return;
    const total = Number(job.counts.itemsTotal ?? 0);
    bar.value = total ? 100 * Number(job.counts.itemsDone ?? 0) / total : 0;
    words.textContent = job.state === "queued" ? texts.waiting : said(texts.working, { done: job.counts.itemsDone ?? 0, total });
  };
}

async function over(job, number) {
  if (job.state === "done") result.replaceChildren(told(await get("imports/" + number)));
  else if (job.state === "cancelled") result.replaceChildren(banner("warning", texts.cancelled));
  else {
    result.replaceChildren(element("p", { class: "bad", role: "alert" }, job.problem?.message ?? reader.texts["shell.failed"]));
    if (job.problem?.errors) await listIssues(number);
  }
}

/** All rows that cannot be taken, some at a time; or all of them as a file. */
async function listIssues(number) {
  const filter = "importIssues?filter=" + encodeURIComponent("importNumber eq " + number);
  const rows = table([]);
  const more = element("button", { class: "btn", type: "button" }, texts.more);
  const show = async address => {
    const page = await get(address);
    rows.tBodies[0].append(...page.value.map(cells));
    more.hidden = !page.nextLink;
    more.onclick = () => show(page.nextLink);
  };
  result.append(element("div", { class: "bar flat" }, element("button", { class: "btn", type: "button", onclick: () => download(filter + "&select=line,field,value,message", number) }, texts.download)), rows, more);
  await show(filter + "&top=" + ROWS_AT_ONCE);
}

async function download(address, number) {
  const file = await (await fetch("/api/v1/" + address, { credentials: "same-origin", headers: { Accept: "text/csv" } })).blob();
  const link = element("a", { href: URL.createObjectURL(file), download: "import-" + number + ".csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PAUSE);
}

const begun = new URLSearchParams(location.search).get("job");
if (begun) follow(begun).catch(failure => refused(failure.problem ?? { detail: failure.message }));
