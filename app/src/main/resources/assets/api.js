// Talks to the API: one place for the token, for problems and for a network that is not there.
const csrf = document.querySelector("meta[name=csrf]");
export const reader = JSON.parse(document.getElementById("reader").textContent);

export class ProblemAnswer extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || problem.code);
    this.problem = problem;
  }
}

export class NoNetwork extends Error {}

export async function call(method, address, body, headers = {}) {
  let answer;
  try {
    answer = await fetch("/api/v1/" + address, {
      method,
      credentials: "same-origin",
      headers: { Accept: "application/json, application/problem+json", [csrf.dataset.header]: csrf.content,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    throw new NoNetwork(reader.texts["shell.offline"]);
  }
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new ProblemAnswer(json);
  return json;
}

export const get = address => call("GET", address);

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
