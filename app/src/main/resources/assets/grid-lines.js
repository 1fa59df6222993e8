// The lines of a batch: kept here, sent one by one, answered one by one; with undo. Knows nothing of the screen.
import { call, get, NoNetwork } from "./api.js";

const STEPS = 100;
const RETRY_AFTER = 3000;
let lastKey = 0;

export class Lines {
  /** shown(line) is called whenever a line has changed, structure() when lines came or went, state() for the header. */
  constructor(declaration, listener) {
    this.declaration = declaration;
    this.listener = listener;
    this.all = [];
    this.undone = [];
    this.done = [];
    this.totals = { lines: 0, errors: 0, warnings: 0, increases: "0", decreases: "0", version: 0 };
    this.waiting = [];
    this.removed = [];
    this.sending = null;
    this.offline = false;
  }

  address(rest) {
    return `${this.declaration.batches}/code:${encodeURIComponent(this.batch)}/${rest}`;
  }

  async open(batch) {
    await this.settled();
    this.batch = batch;
    this.all = [];
    this.done = [];
    this.undone = [];
    let page;
    do {
      page = await get(this.address(`${this.declaration.lines}?skip=${this.all.length}&top=1000`));
      page.value.forEach(answer => this.all.push(this.known(this.blank(), answer)));
      this.totals = page.totals;
    } while (page.value.length === 1000);
    this.listener.structure();
    this.listener.state();
  }

  blank(values = {}) {
    return { key: ++lastKey, id: 0, version: 0, sequence: 0, values: { ...values }, changes: {}, inFlight: null, issues: [] };
  }

  known(line, answer) {
    const { id, etag, sequence, issues, ...values } = answer;
    line.id = id;
    line.version = Number(etag);
    line.sequence = sequence;
    line.issues = issues ?? [];
    line.values = { ...values, ...line.changes };
    return line;
  }

  isEmpty(line) {
    return line.id === 0 && Object.keys(line.changes).length === 0;
  }

  /** Changes cells of lines as one step that can be undone. */
  change(edits) {
    const step = edits.filter(edit => (edit.line.values[edit.field] ?? "") !== edit.value)
      .map(edit => ({ line: edit.line, field: edit.field, before: edit.line.values[edit.field] ?? "", after: edit.value }));
    if (step.length === 0) return;
    this.remember({ edits: step, added: [], deleted: [] });
    step.forEach(edit => this.set(edit.line, edit.field, edit.after));
    this.send();
  }

  set(line, field, value) {
    line.values[field] = value;
    line.changes[field] = value;
    if (!this.waiting.includes(line)) this.waiting.push(line);
    this.listener.shown(line);
  }

  remember(step) {
    this.done.push(step);
    if (this.done.length > STEPS) this.done.shift();
    this.undone = [];
  }

  insert(at, lines, step = { edits: [], added: lines, deleted: [] }) {
    this.all.splice(at, 0, ...lines);
    lines.filter(line => Object.keys(line.changes).length > 0).forEach(line => this.waiting.push(line));
    if (step) this.remember(step);
    this.listener.structure();
    this.send();
  }

  delete(lines, remembered = true) {
    const places = lines.map(line => ({ line, at: this.all.indexOf(line) })).filter(place => place.at >= 0);
    this.all = this.all.filter(line => !lines.includes(line));
    this.waiting = this.waiting.filter(line => !lines.includes(line));
    this.removed.push(...lines);
    if (remembered) this.remember({ edits: [], added: [], deleted: places });
    this.listener.structure();
    this.send();
  }

  undo() {
    const step = this.done.pop();
    if (!step) return;
    this.undone.push(step);
    step.edits.forEach(edit => this.set(edit.line, edit.field, edit.before));
    if (step.added.length) this.delete(step.added, false);
    this.restore(step.deleted);
    this.send();
  }

  redo() {
    const step = this.undone.pop();
    if (!step) return;
    this.done.push(step);
    step.edits.forEach(edit => this.set(edit.line, edit.field, edit.after));
    if (step.added.length) this.restore(step.added.map(line => ({ line, at: this.all.length })));
    if (step.deleted.length) this.delete(step.deleted.map(place => place.line), false);
    this.send();
  }

  /** Lines that were deleted come back as new ones. */
  restore(places) {
    if (places.length === 0) return;
    [...places].sort((a, b) => a.at - b.at).forEach(({ line, at }) => {
      line.changes = Object.fromEntries(Object.entries(line.values).filter(([, value]) => value !== ""));
      line.id = 0;
      line.version = 0;
      this.all.splice(at, 0, line);
      this.waiting.push(line);
    });
    this.listener.structure();
  }

  /** Sends what waits: everything that has gathered while the last answer was under way goes together. */
  send() {
    if (this.sending || this.offline || (this.waiting.length === 0 && this.removed.length === 0)) return this.sending;
    this.sending = this.exchange().finally(() => {
      this.sending = null;
      this.listener.state();
      this.send();
    });
    this.listener.state();
    return this.sending;
  }

  async exchange() {
    const lines = this.waiting.splice(0).filter(line => this.all.includes(line));
    const gone = this.removed.splice(0).filter(line => line.id !== 0);
    lines.forEach(line => {
      line.inFlight = line.changes;
      line.changes = {};
      this.listener.shown(line);
    });
    const operations = [
      ...gone.map(line => ({ method: "delete", id: line.id })),
      ...lines.map(line => line.id === 0
        ? { method: "create", after: this.before(line, lines), data: line.inFlight }
        : { method: "update", id: line.id, version: line.version, data: line.inFlight })];
    try {
      const answer = await call("POST", this.address(this.declaration.lines + "/bulk"), { operations });
      this.totals = answer.totals;
      this.offline = false;
      lines.forEach((line, index) => this.answered(line, answer.lines[index]));
    } catch (failure) {
      this.failed(lines, gone, failure);
    }
  }

  /** The sequence behind which a new line stands; 0 for the end. */
  before(line, sent) {
    const at = this.all.indexOf(line);
    const isLast = this.all.slice(at + 1).every(later => later.id === 0);
    const above = this.all.slice(0, at).reverse().find(earlier => earlier.id !== 0 && !sent.some(one => one.id === 0 && one === earlier));
    return isLast || !above ? 0 : above.sequence;
  }

  answered(line, answer) {
    line.inFlight = null;
    this.known(line, answer);
    this.listener.shown(line);
  }

  failed(lines, gone, failure) {
    lines.forEach(line => {
      line.changes = { ...line.inFlight, ...line.changes };
      line.inFlight = null;
      if (this.all.includes(line)) this.waiting.unshift(line);
      this.listener.shown(line);
    });
    this.removed.unshift(...gone);
    this.offline = true;
    if (failure instanceof NoNetwork) {
      setTimeout(() => { this.offline = false; this.send(); }, RETRY_AFTER);
    }
    this.listener.failed(failure);
  }

  async settled() {
    while (this.sending) await this.sending;
  }

  get issues() {
    return this.all.flatMap(line => line.issues.map(issue => ({ line, issue })));
  }
}
