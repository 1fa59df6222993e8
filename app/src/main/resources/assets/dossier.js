// Beside a record: its files, and who did what to it.
import { call, element, get, icon, notice, ProblemAnswer, reader } from "./api.js";
import { said, writeDate, writeNumber } from "./values.js";

const SHOWN = 8;
const texts = reader.keys;
const csrf = document.querySelector("meta[name=csrf]");

/** The sections of a record; address is that of the record in the API. */
export async function dossier(address, place) {
  const files = element("section", { class: "files" });
  const deeds = element("section", {});
  place.replaceChildren(files, deeds);
  await Promise.all([showFiles(address, files, () => showDeeds(address, deeds)), showDeeds(address, deeds)]);
}

async function showFiles(address, section, changed) {
  const found = await get(address + "/attachments").catch(() => null);
  if (!found) { section.remove(); return; }
  const again = async () => { await showFiles(address, section, changed); changed(); };
  const list = element("ul", { class: "filelist" }, ...found.value.map(file => element("li", {},
    element("a", { href: "/api/v1/" + address + "/attachments/" + file.id + "/content", target: "_blank", rel: "noopener" }, file.fileName),
    element("span", { class: "muted", title: file.attachedBy }, writeDate(file.attachedAt.slice(0, 10)) + " · " + size(file.size)),
    found.removable ? element("button", { class: "btn ghost sm", type: "button", "aria-label": texts["files.remove"].replace("{file}", file.fileName), title: texts["files.remove"].replace("{file}", file.fileName),
      onclick: () => remove(address, file, again) }, icon("x")) : null)));
  section.replaceChildren(element("h2", {}, texts["files.title"], element("span", { class: "cap" }, String(found.value.length || ""))),
    ...(found.value.length ? [list] : [element("p", { class: "muted" }, texts[found.changeable ? "files.none" : "files.nothing"])]));
  if (!found.changeable) return;
  const input = element("input", { type: "file", multiple: true, hidden: true, onchange: () => send(address, [...input.files], found.mostBytes, again) });
  section.append(input, element("button", { class: "btn sm", type: "button", onclick: () => input.click() }, icon("plus"), texts["files.add"]));
  section.ondragover = event => { if ([...event.dataTransfer.types].includes("Files")) { event.preventDefault(); section.classList.add("over"); } };
  section.ondragleave = () => section.classList.remove("over");
  section.ondrop = event => { event.preventDefault(); section.classList.remove("over"); send(address, [...event.dataTransfer.files], found.mostBytes, again); };
}

const size = bytes => bytes < 1000000 ? writeNumber(String(Math.max(1, Math.round(bytes / 1000)))) + " kB" : writeNumber((bytes / 1000000).toFixed(1)) + " MB";

/** One after the other, so that each is told what is wrong with it. */
async function send(address, files, most, done) {
  for (const file of files) {
    try {
      if (file.size > most) throw new Error(texts["files.too-large"].replace("{size}", size(most)));
      notice(texts["files.sending"].replace("{file}", file.name));
      const answer = await fetch("/api/v1/" + address + "/attachments?fileName=" + encodeURIComponent(file.name), { method: "POST", credentials: "same-origin",
        headers: { Accept: "application/json, application/problem+json", [csrf.dataset.header]: csrf.content, "Content-Type": "application/octet-stream" }, body: file });
      if (!answer.ok) throw new ProblemAnswer({ title: reader.texts["shell.failed"], ...await answer.json().catch(() => ({})) });
      notice(texts["files.added"].replace("{file}", file.name));
    } catch (failure) {
      notice(said(file.name, failure.message), "danger");
    }
  }
  await done();
}

async function remove(address, file, done) {
  const { confirmed } = await import("./actions.js");
  const title = texts["files.remove"].replace("{file}", file.fileName);
  if (!await confirmed(title, texts["files.remove-confirm"])) return;
  try {
    await call("DELETE", address + "/attachments/" + file.id);
  } catch (failure) {
    notice(failure.message, "danger");
  }
  await done();
}

async function showDeeds(address, section, all = false) {
  const found = (await get(address + "/activity").catch(() => ({ value: [] }))).value;
  const shown = all ? found : found.slice(0, SHOWN);
  section.hidden = found.length === 0;
  section.replaceChildren(element("h2", {}, texts["activity.title"]), element("dl", { class: "facts deeds" }, ...shown.flatMap(deed => [
    element("dt", {}, deed.link ? element("a", { href: deed.link }, deed.text) : deed.text, deed.login ? ", " + deed.login : ""),
    element("dd", { class: "muted" }, element("time", { datetime: deed.happenedAt }, when(deed.happenedAt)))])),
  found.length > shown.length ? element("button", { class: "btn ghost sm", type: "button", onclick: () => showDeeds(address, section, true) }, texts["activity.all"].replace("{count}", String(found.length))) : "");
}

/** Today the time is enough, else the day. */
function when(moment) {
  const at = new Date(moment);
  const day = [at.getFullYear(), String(at.getMonth() + 1).padStart(2, "0"), String(at.getDate()).padStart(2, "0")].join("-");
  return day === reader.today ? String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0") : writeDate(day);
}

document.querySelectorAll("[data-dossier]").forEach(place => dossier(place.dataset.dossier, place));
