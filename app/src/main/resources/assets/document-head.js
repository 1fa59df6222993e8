// The header of a document: few fields, all of them on demand; each is sent when it is left.
import { call, element, newKey, notice } from "./api.js";
import { attach, mark } from "./fields.js";
import { prepared, read, write } from "./grid-columns.js";

export class DocumentHead {
  /** source: { document(), changed(document), created(document) } */
  constructor(declaration, form, source) {
    this.declaration = declaration;
    this.form = form;
    this.source = source;
    this.queue = Promise.resolve();
    this.inputs = new Map();
    this.build(declaration.header, form);
    if (declaration.more.length) {
      const more = element("details", { class: "morefields" }, element("summary", { class: "more" }, declaration.texts["all-fields"]));
      const fields = element("div", { class: "headfields" });
      this.build(declaration.more, fields);
      more.append(fields);
      form.append(more);
    }
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("keydown", event => this.key(event));
  }

  build(fields, box) {
    fields.forEach(field => {
      const column = prepared(field);
      const id = "h-" + field.name;
      const input = column.choices.length ? element("select", { class: "ctl", id }, ...column.choices.map(choice => element("option", { value: choice.value }, choice.text)))
        : element("input", { class: "ctl", id, spellcheck: "false" });
      input.disabled = !this.declaration.mayChange;
      if (column.collection) attach(input, column);
      input.addEventListener("change", () => this.typed(field.name));
      this.inputs.set(field.name, { input, column });
      box.append(element("div", { class: "field", "data-field": field.name }, element("label", { class: "lab", for: id }, field.title), input));
    });
  }

  /** A new document; the address may propose its partner, which begins it at once. */
  fresh() {
    const partner = this.inputs.get(this.declaration.partner)?.input;
    const proposed = new URLSearchParams(location.search).get(this.declaration.partner);
    (this.declaration.partner.endsWith("Number") ? partner : [...this.inputs.values()][0]?.input)?.focus();
    if (partner && proposed) {
      partner.value = proposed;
      this.typed(this.declaration.partner);
    }
  }

  /** Fields that nobody is typing in follow the document. */
  show(document) {
    this.inputs.forEach(({ input, column }, name) => {
      const value = String(document[name] ?? "");
      const untouched = input.dataset.value === undefined || this.value(name) === input.dataset.value;
      if (untouched) this.set(name, value);
      input.dataset.value = value;
      if (column.name === this.declaration.partner && document.number && name.endsWith("Number")) input.readOnly = true;
    });
  }

  set(name, value) {
    const { input, column } = this.inputs.get(name);
    input.value = input.tagName === "SELECT" ? value : write(column, value);
  }

  value(name) {
    const { input, column } = this.inputs.get(name);
    return input.tagName === "SELECT" ? input.value : read(column, input.value);
  }

  typed(name) {
    this.queue = this.queue.then(() => this.source.document().number ? this.save(name) : this.create(name));
  }

  async save(name, again = true) {
    const { input } = this.inputs.get(name);
    const value = this.value(name);
    if (value === input.dataset.value) return;
    const document = this.source.document();
    const before = input.dataset.value;
    try {
      const answer = await call("PATCH", this.address(document), { [name]: name === "pricesIncludeTax" ? value === "true" : value }, { "If-Match": '"' + document.etag + '"' });
      mark(input.closest(".field"), "");
      input.dataset.value = value;
      this.source.changed(answer);
    } catch (failure) {
      if (failure.problem?.code === "common.changed-by-another" && again) await this.merge(name, value, before);
      else mark(input.closest(".field"), failure.message);
    }
  }

  address(document) {
    return `${this.declaration.collection}/number:${encodeURIComponent(document.number)}`;
  }

  /** Somebody else was faster: another field of the document is theirs, the same one asks. */
  async merge(name, mine, before) {
    const texts = this.declaration.texts;
    const theirs = await call("GET", this.address(this.source.document()));
    const { input, column } = this.inputs.get(name);
    const value = String(theirs[name] ?? "");
    input.dataset.value = value;
    this.source.changed(theirs);
    if (value === before || value === mine) {
      this.set(name, mine);
      await this.save(name, false);
      notice(texts.merged);
      return;
    }
    const field = input.closest(".field");
    mark(field, texts["changed-by-both"].replace("{field}", column.title).replace("{mine}", write(column, mine) || "–").replace("{theirs}", write(column, value) || "–"));
    const button = (key, run) => element("button", { class: "btn sm", type: "button", onclick: () => { mark(field, ""); run(); } }, texts[key]);
    field.querySelector(".reason").append(" ", button("take-mine", () => { this.set(name, mine); this.save(name); }), " ", button("take-theirs", () => this.set(name, value)));
  }

  /** A document begins with its vendor or customer. */
  async create(name) {
    if (name !== this.declaration.partner && !this.value(this.declaration.partner)) return;
    const values = Object.fromEntries([...this.inputs.keys()].map(one => [one, this.value(one)]).filter(([one, value]) => value !== "" && this.inputs.get(one).input.tagName !== "SELECT"));
    const field = this.inputs.get(this.declaration.partner).input.closest(".field");
    try {
      mark(field, "");
      this.source.created(await call("POST", this.declaration.collection, values, { "Idempotency-Key": newKey() }));
    } catch (failure) {
      mark(field, failure.message);
      field.querySelector("input").focus();
    }
  }

  key(event) {
    if (event.key !== "Enter" || event.ctrlKey || event.defaultPrevented || event.target.tagName === "BUTTON") return;
    event.preventDefault();
    const list = [...this.form.querySelectorAll(".field input, .field select")].filter(one => one.offsetParent && !one.disabled && !one.readOnly);
    const at = list.indexOf(event.target);
    const next = list[at + (event.shiftKey ? -1 : 1)];
    if (next) next.focus();
    else event.target.blur();
  }
}
