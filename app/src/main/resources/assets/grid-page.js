// The keys of pages with a grid of lines, beyond those of the grid itself: parts of a line, sections, issues, the way back.
import { element, icon } from "./api.js";
import { showKeys } from "./key-map.js";
import { openPart, partsMissing } from "./line-parts.js";
import { back } from "./pager.js";

/**
 * page: { declaration, lines, keys, texts, sections, nextIssue(by), mayChange(), leave, post(then) }
 * Sections are elements in the order of the page; the grid is one of them. Pages without leave have nothing to go back to.
 */
export function listen(page) {
  const { keys, lines, texts } = page;
  const grid = document.getElementById("grid");

  function section(by) {
    keys.commit();
    const there = page.sections.filter(one => one.offsetParent !== null && (one === grid || one.querySelector(FOCUSABLE)));
    const at = there.findIndex(one => one.contains(document.activeElement));
    const next = there[(at + by + there.length) % there.length];
    if (next === grid) keys.go(keys.row, keys.column);
    else next?.querySelector(FOCUSABLE).focus();
  }

  async function leave() {
    keys.commit();
    await lines.settled();
    back();
  }

  const typing = event => event.target.closest("input, select, textarea");
  const acts = {
    "Alt L": () => openPart("lots", page),
    "Alt D": () => openPart("dimensions", page),
    "Alt F1": () => showKeys(texts, () => keys.go(keys.row, keys.column), partsMissing(page.declaration)),
    "F4": () => keys.finish(() => page.nextIssue(1)),
    "Shift F4": () => keys.finish(() => page.nextIssue(-1)),
    "F6": () => section(1),
    "Shift F6": () => section(-1),
    "Ctrl Shift F12": () => document.body.classList.toggle("lines-only"),
    ...(page.post ? { "Shift F9": () => page.post("print"), "Alt F9": () => page.post("another") } : {}),
    ...(page.leave ? { "Ctrl Enter": leave, "Escape": event => typing(event) ? false : leave() } : {}),
  };
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const act = acts[named(event)];
    if (act && act(event) !== false) event.preventDefault();
  });
}

/** On a phone a page opens with its first fields and columns, although the cell that waits for input lies beyond them. */
export function fromTheStart() {
  if (!matchMedia("(max-width: 759px)").matches) return;
  document.querySelectorAll("#grid-scroll, .cols").forEach(box => box.scrollTo(0, 0));
}

const FOCUSABLE = "a[href], button, input:not([disabled]), select:not([disabled])";

function named(event) {
  const key = event.code.startsWith("Key") && event.altKey ? event.code.slice(3) : event.key;
  return [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.shiftKey ? "Shift" : "", event.altKey ? "Alt" : "", key].filter(Boolean).join(" ");
}

/** How many issues the lines have, in words; where errors and warnings stand together and room is short, figures stand for the words. */
export function countIssues(issues, plural) {
  const counter = document.getElementById("issue-count");
  const errors = issues.filter(issue => issue.severity === "error").length;
  const counts = [["bad", "count.errors", errors], ["warn", "count.warnings", issues.length - errors]].filter(([, , count]) => count > 0);
  counter.hidden = counts.length === 0;
  counter.classList.toggle("both", counts.length > 1);
  counter.replaceChildren(...counts.flatMap(([style, key, count]) => [element("span", { class: style, "data-count": count, title: plural(key, count) }, icon("alert-triangle")), element("span", { class: "words" }, plural(key, count))]), element("kbd", {}, "F4"));
}
