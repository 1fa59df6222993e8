// The session has ended while somebody was typing: sign in over the page, which stays as it is.
import { element, reader } from "./api.js";

/** Whoever types goes on typing into the page: what comes between two keys must not take the next one for a password. */
const PAUSE_MILLISECONDS = 800;

let waiting = null;
let lastKey = Date.now();

document.addEventListener("keydown", () => { lastKey = Date.now(); }, true);

export function signInAgain(csrf) {
  waiting ??= pause().then(() => new Promise(resolve => show(csrf, resolve))).finally(() => { waiting = null; });
  return waiting;
}

async function pause() {
  for (let left = PAUSE_MILLISECONDS; left > 0; left = lastKey + PAUSE_MILLISECONDS - Date.now()) {
    await new Promise(resolve => setTimeout(resolve, left));
  }
}

function show(csrf, resolve) {
  const texts = reader.texts;
  const login = element("input", { class: "ctl", id: "again-login", name: "username", autocomplete: "username", value: reader.login, required: true });
  const password = element("input", { class: "ctl", id: "again-password", name: "password", type: "password", autocomplete: "current-password", required: true });
  const failed = element("p", { class: "bad", role: "alert" });
  const form = element("form", { class: "stack pad" }, element("p", {}, texts["session.ended"]), element("label", { for: "again-login" }, texts["sign-in.login"]), login,
    element("label", { for: "again-password" }, texts["sign-in.password"]), password, failed, element("button", { class: "btn primary wide", type: "submit" }, texts["sign-in.submit"]));
  const dialog = element("dialog", { class: "ask", "aria-label": texts["sign-in.title"] }, element("header", {}, element("h2", {}, texts["sign-in.title"])), form);
  dialog.addEventListener("cancel", event => event.preventDefault());
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (await signIn(login.value, password.value)) {
      await renew(csrf);
      dialog.close();
      dialog.remove();
      resolve();
    } else {
      failed.textContent = texts["sign-in.failed"];
      password.select();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  (login.value ? password : login).focus();
}

async function signIn(username, password) {
  const page = new DOMParser().parseFromString(await (await fetch("/sign-in", { credentials: "same-origin" })).text(), "text/html");
  const token = page.querySelector("form input[type=hidden]");
  const answer = await fetch("/sign-in", { method: "POST", credentials: "same-origin", body: new URLSearchParams({ [token.name]: token.value, username, password }) });
  return answer.ok && !answer.url.includes("/sign-in");
}

/** The new session has a token of its own. */
async function renew(csrf) {
  const page = new DOMParser().parseFromString(await (await fetch("/", { credentials: "same-origin" })).text(), "text/html");
  csrf.content = page.querySelector("meta[name=csrf]").content;
}
