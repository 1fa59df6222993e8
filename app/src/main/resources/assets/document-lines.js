// The lines of a document: as those of a journal, but they belong to a document whose version counts all its changes.
import { call, get } from "./api.js";
import { Lines } from "./grid-lines.js";
import { write } from "./grid-columns.js";

/** A line as it was typed: what could not be taken stands in its cells all the same. */
const read = answer => ({ ...answer, ...answer.rawInput });
const text = value => value === null || value === undefined ? "" : String(value);

export class DocumentLines extends Lines {
  /** listener also knows header(document), called when the document has come back, and asked(line, field, theirs). */
  constructor(declaration, columns, listener) {
    super(declaration, listener);
    this.columns = columns;
    this.document = {};
  }

  address(rest) {
    return `${this.declaration.collection}/number:${encodeURIComponent(this.document.number)}${rest ? "/" + rest : ""}`;
  }

  /** Shows a document that was read. */
  take(document) {
    this.document = document;
    this.all = (document[this.declaration.lines] ?? []).map(answer => this.known(this.blank(), answer));
    this.done = [];
    this.undone = [];
    this.waiting = [];
    this.removed = [];
    this.changed();
    this.listener.structure();
  }

  changed() {
    this.totals = { lines: this.all.filter(line => line.id !== 0).length, version: Number(this.document.etag) };
    this.listener.header(this.document);
    this.listener.state();
  }

  known(line, answer) {
    if (answer.sequence === undefined) return line;
    line.id = answer.sequence;
    line.sequence = answer.sequence;
    line.issues = answer.issues ?? [];
    line.rejected = null;
    line.base = { ...Object.fromEntries(Object.entries(read(answer)).map(([name, value]) => [name, text(value)])), rawInput: answer.rawInput ?? {} };
    line.charges = answer.itemChargeAssignments;
    line.values = { ...line.base, ...line.changes };
    return line;
  }

  /** A new line is sent when it says what it is about. */
  isReady(line) {
    return line.id !== 0 || Boolean(line.values.lineObjectNumber) || (line.values.lineType === "comment" && Boolean(line.values.description));
  }

  send() {
    if (!this.document.number) return this.sending;
    const held = this.waiting.filter(line => !this.isReady(line));
    this.waiting = this.waiting.filter(line => this.isReady(line));
    const sending = super.send();
    held.forEach(line => this.waiting.push(line));
    return sending;
  }

  async exchange() {
    const lines = this.waiting.splice(0).filter(line => this.all.includes(line) && this.isReady(line));
    const gone = this.removed.splice(0).filter(line => line.id !== 0);
    if (lines.length + gone.length === 0) return;
    lines.forEach(line => {
      line.inFlight = { ...(line.rejected ?? {}), ...line.changes };
      line.changes = {};
      this.listener.shown(line);
    });
    const operations = [...gone.map(line => ({ method: "delete", sequence: line.id })),
      ...lines.map(line => ({ method: line.id === 0 ? "create" : "update", sequence: line.id, data: this.data(line) }))];
    try {
      const answer = await call("POST", this.address(this.declaration.lines + "/bulk"), { version: Number(this.document.etag), operations }, { Prefer: "handling=lenient" });
      this.offline = false;
      this.document = { ...this.document, ...answer.document };
      lines.forEach((line, at) => this.answered(line, answer.lines[at]));
      this.changed();
    } catch (failure) {
      this.failed(lines, gone, failure);
      if (failure.problem?.code === "common.changed-by-another") await this.merge();
    }
  }

  /** Empty numbers mean nothing is typed: zero, or the proposal on a new line. */
  data(line) {
    const figures = new Set(this.columns.filter(column => column.figure || column.kind === "number").map(column => column.name));
    const editable = new Set(this.columns.filter(column => !column.computed).map(column => column.name));
    return Object.fromEntries(Object.entries(line.inFlight).filter(([name, value]) => editable.has(name) && !(line.id === 0 && value === ""))
      .map(([name, value]) => [name, figures.has(name) && value === "" ? "0" : value]));
  }

  answered(line, answer) {
    const sent = line.inFlight;
    line.inFlight = null;
    if (answer.issues && answer.sequence === undefined) {
      line.rejected = sent;
      const field = name => this.columns.some(column => column.name === name) ? name : Object.keys(sent).at(-1);
      line.issues = answer.issues.map(issue => ({ ...issue, field: field(issue.field) }));
    } else {
      this.known(line, answer);
    }
    this.listener.shown(line);
  }

  /** Somebody else was faster: other fields are taken over, the same field asks. */
  async merge(by = "") {
    const theirs = await get(this.address(""));
    this.document = theirs;
    const byNumber = new Map(theirs[this.declaration.lines].map(answer => [answer.sequence, answer]));
    const gone = this.all.filter(line => line.id !== 0 && !byNumber.has(line.id));
    this.all = this.all.filter(line => !gone.includes(line));
    this.waiting = this.waiting.filter(line => !gone.includes(line));
    this.all.filter(line => line.id !== 0).forEach(line => this.mergeLine(line, byNumber.get(line.id)));
    const known = new Set(this.all.map(line => line.id));
    const added = theirs[this.declaration.lines].filter(answer => !known.has(answer.sequence)).map(answer => this.known(this.blank(), answer));
    const at = this.all.findIndex(line => line.id === 0);
    this.all.splice(at < 0 ? this.all.length : at, 0, ...added);
    this.offline = false;
    this.listener.structure();
    this.changed();
    this.listener.merged(gone.length, by);
  }

  mergeLine(line, answer) {
    const theirs = read(answer);
    const asked = Object.keys(line.changes).filter(name => text(theirs[name]) !== (line.base[name] ?? "") && text(theirs[name]) !== line.changes[name]);
    const mine = Object.fromEntries(asked.map(name => [name, line.changes[name]]));
    asked.forEach(name => { delete line.changes[name]; });
    this.known(line, answer);
    line.issues = asked.map(name => this.question(line, name, mine[name], text(theirs[name])));
    if (Object.keys(line.changes).length === 0) this.waiting = this.waiting.filter(one => one !== line);
    this.listener.shown(line);
  }

  question(line, name, mine, theirs) {
    const column = this.columns.find(one => one.name === name);
    const texts = this.declaration.texts;
    const settle = () => { line.issues = line.issues.filter(issue => issue.field !== name); this.listener.shown(line); };
    return { field: name, severity: "warning", code: "common.changed-by-another",
      message: texts["changed-by-both"].replace("{field}", column?.title ?? name).replace("{mine}", write(column, mine) || "–").replace("{theirs}", write(column, theirs) || "–"),
      actions: [{ label: texts["take-mine"], run: () => { settle(); this.change([{ line, field: name, value: mine }]); } }, { label: texts["take-theirs"], run: settle }] };
  }
}
