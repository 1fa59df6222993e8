// Talks to the API: one place for the token, for problems, for a session that has ended and for a network that is not there.
const csrf = document.querySelector("meta[name=csrf]");
export const reader = JSON.parse(document.getElementById("reader").textContent);

export class ProblemAnswer extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || problem.code);
    this.problem = problem;
  }
}

export class NoNetwork extends Error {}

async function ask(method, address, body, headers) {
  try {
    return await fetch(address.startsWith("/") ? address : "/api/v1/" + address, {
      method,
      credentials: "same-origin",
      headers: { Accept: "application/json, application/problem+json", [csrf.dataset.header]: csrf.content,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (failure) {
    throw new NoNetwork(reader.texts["shell.offline"]);
  }
}

/** Calls the API. A session that has ended is begun again in a dialog, and the call is made once more: nothing typed is lost. */
export async function call(method, address, body, headers = {}) {
  let answer = await ask(method, address, body, headers);
  if (answer.status === 401 || (answer.status === 403 && await tokenIsOld())) {
    await (await import("./session.js")).signInAgain(csrf);
    answer = await ask(method, address, body, headers);
  }
  const text = await answer.text();
  const json = text && (answer.headers.get("Content-Type") ?? "").includes("json") ? JSON.parse(text) : {};
  if (!answer.ok) throw new ProblemAnswer({ title: reader.texts["shell.failed"], status: answer.status, ...json });
  const tag = answer.headers.get("ETag");
  if (tag && json && json.etag === undefined) Object.defineProperty(json, "etag", { value: tag.replaceAll('"', ""), enumerable: false });
  return json;
}

/** A refusal may only mean that the page is older than the session. */
async function tokenIsOld() {
  const page = await fetch("/sign-in", { credentials: "same-origin", redirect: "manual" });
  const signedIn = await fetch("/api/v1/companyInformation?top=1", { credentials: "same-origin", headers: { Accept: "application/json" } });
  return page.ok && signedIn.status === 401;
}

export const get = address => call("GET", address);
export const newKey = () => crypto.randomUUID?.() ?? Date.now() + "-" + Math.random().toString(36).slice(2);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const assets = new URL("./", import.meta.url).pathname;
export function icon(name, style = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i " + style);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", assets + "icons.svg#" + name);
  svg.append(use);
  return svg;
}

/** A badge: its shape says the same as its colour. */
export function badge(style, shape, words) {
  const mark = icon(shape);
  mark.setAttribute("class", "");
  mark.setAttribute("viewBox", "0 0 10 10");
  return element("span", { class: "badge " + style }, mark, words);
}

/** A dialog with a heading; it is gone when it closes. */
export function dialog(title, ...children) {
  const made = element("dialog", { class: "ask", "aria-label": title }, element("header", {}, element("h2", {}, title),
    element("button", { class: "btn ghost sm", type: "button", "aria-label": reader.texts["shell.close"], onclick: () => made.close() }, icon("x"))), ...children);
  document.body.append(made);
  made.addEventListener("close", () => made.remove());
  made.showModal();
  return made;
}

/** A sentence for ten seconds at the foot of the page, with something to do about it. */
export function notice(words, style = "", action = null) {
  document.querySelector(".notice")?.remove();
  const shown = element("div", { class: "notice " + style, role: "status" }, element("span", {}, words));
  if (action) shown.append(element("button", { class: "btn sm", type: "button", onclick: () => { shown.remove(); action.run(); } }, action.label));
  document.body.append(shown);
  setTimeout(() => shown.remove(), 10000);
}
