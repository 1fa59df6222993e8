// Long work: a chip in the top bar follows it from page to page, and its own page shows how far it is.
import { element, get, icon, notice, reader } from "./api.js";
import { writeNumber } from "./values.js";

const KEY = "stockbook-job";
const PAUSE = 2000;
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "null");

/** Follows a run from now on; address is where the API says how far it is, link its page. */
export function watch(address, link) {
  sessionStorage.setItem(KEY, JSON.stringify({ address, link }));
}

async function follow() {
  const job = kept();
  if (!job) return;
  let run;
  try {
    run = await get(job.address);
  } catch (failure) {
    sessionStorage.removeItem(KEY);
    return;
  }
  const chip = document.getElementById("job");
  if (run.runStatus === "running") {
    const share = Number(run.itemsTotal) ? Math.round(100 * run.itemsDone / run.itemsTotal) + " %" : "";
    chip.replaceChildren(icon("refresh"), share || reader.texts["shell.jobs"]);
    chip.title = writeNumber(String(run.itemsDone ?? 0)) + " / " + writeNumber(String(run.itemsTotal ?? 0));
    chip.href = job.link;
    chip.hidden = false;
    setTimeout(follow, PAUSE);
    return;
  }
  sessionStorage.removeItem(KEY);
  chip.hidden = true;
  if (location.pathname !== job.link) {
    const ended = run.runStatus === "finished" ? "shell.job-done" : "shell.job-failed";
    notice(reader.texts[ended], run.runStatus === "finished" ? "" : "danger", { label: reader.texts["shell.open"], run: () => { location.href = job.link; } });
  }
}

/** The page of work that can still be cancelled shows how far it is, without being loaded again. */
async function refresh() {
  if (!document.querySelector('[data-act*="/cancel"]:not([aria-disabled])') || !document.querySelector(".figs")) return;
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href, { credentials: "same-origin" })).text(), "text/html");
    const main = page.getElementById("main");
    if (main && !document.querySelector("dialog[open]")) {
      const top = document.querySelector("#main .scroll")?.scrollTop ?? 0;
      document.getElementById("main").replaceChildren(...main.childNodes);
      const scroll = document.querySelector("#main .scroll");
      if (scroll) scroll.scrollTop = top;
    }
  } finally {
    setTimeout(refresh, PAUSE);
  }
}

if (document.getElementById("job")) follow();
if (/\/\d+$/.test(location.pathname)) setTimeout(refresh, PAUSE);
