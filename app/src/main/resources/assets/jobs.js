// Long work: a chip in the top bar follows it from page to page and outlives the window, and its own page shows how far it is.
import { call, element, get, icon, notice, ProblemAnswer, reader } from "./api.js";
import { writeNumber } from "./values.js";

const KEY = "stockbook-job";
const PAUSE = 2000;
const kept = () => JSON.parse(localStorage.getItem(KEY) ?? "null");
const state = run => run.runStatus ?? run.state;

/** Whether a run or a job waits or is being done. */
export const goesOn = run => state(run) === "running" || state(run) === "queued";
const endedWell = run => state(run) === "finished" || state(run) === "done";

/** Follows a run or a job from now on; address is where the API says how far it is, link its page. */
export function watch(address, link) {
  localStorage.setItem(KEY, JSON.stringify({ address, link }));
}

/** Whoever has seen the end on its page is not told of it again. */
export function seen(address) {
  if (kept()?.address === address) localStorage.removeItem(KEY);
}

let timer;

async function follow() {
  clearTimeout(timer);
  const job = kept();
  const chip = document.getElementById("job");
  if (!job) { chip.hidden = true; return; }
  let run;
  try {
    run = await get(job.address);
  } catch (failure) {
    if (failure instanceof ProblemAnswer) localStorage.removeItem(KEY);
    else timer = setTimeout(follow, PAUSE);
    return;
  }
  if (goesOn(run)) {
    show(chip, job, run.counts ?? run);
    timer = setTimeout(follow, PAUSE);
    return;
  }
  const mine = kept()?.address === job.address;
  localStorage.removeItem(KEY);
  chip.hidden = true;
  if (mine && location.pathname + location.search !== job.link) {
    notice(reader.texts[endedWell(run) ? "shell.job-done" : "shell.job-failed"], endedWell(run) ? "" : "danger", { label: reader.texts["shell.open"], run: () => { location.href = job.link; } });
  }
}

/** How far it is, the way to its page, and the way to stop it. */
function show(chip, job, run) {
  const total = Number(run.itemsTotal);
  const done = Number(run.itemsDone ?? 0);
  const words = total ? writeNumber(String(done)) + " / " + writeNumber(String(total)) : reader.texts["shell.jobs"];
  const stop = element("button", { class: "btn ghost sm", type: "button", "aria-label": reader.texts["shell.job-cancel"], title: reader.texts["shell.job-cancel"], onclick: () => cancel(job, stop) }, icon("x"));
  const bar = element("progress", { max: String(total || 1), "aria-label": reader.texts["shell.jobs"], ...(total ? { value: String(done) } : {}) });
  // Redrawn only when it has moved on, so that the focus stays on the button.
  if (chip.dataset.shown === job.address) {
    chip.querySelector("progress").replaceWith(bar);
    chip.querySelector("a span").textContent = words;
  } else {
    chip.replaceChildren(element("a", { href: job.link, title: reader.texts["shell.jobs"] }, icon("refresh"), element("span", {}, words)), bar, stop);
    chip.dataset.shown = job.address;
  }
  chip.hidden = false;
}

async function cancel(job, stop) {
  stop.disabled = true;
  try {
    await call("POST", job.address + "/cancel", {});
    notice(reader.texts["shell.job-stopping"]);
  } catch (failure) {
    notice(failure.message, "danger");
  }
  follow();
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
