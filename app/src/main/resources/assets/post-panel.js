// F9: what posting would write, and the key that writes it.
import { badge, element, newKey, ProblemAnswer } from "./api.js";
import { said, writeDate, writeNumber } from "./values.js";

const amount = value => element("td", { class: "n" }, Number(value) === 0 ? element("span", { class: "muted" }, "–") : writeNumber(value, 2, 2));
const quantity = value => element("td", { class: "n" }, writeNumber(value));
const cost = (value, style) => element("td", { class: "n " + style }, writeNumber(value, 2, 5));
const amountOf = cents => (cents < 0n ? "-" : "") + (cents < 0n ? -cents : cents).toString().padStart(3, "0").replace(/(\d\d)$/, ".$1");
const centsOf = value => BigInt(Number(value ?? 0).toFixed(2).replace(".", ""));
const text = (value, style = "") => element("td", { class: style, title: style === "fill" ? value : null }, value);

export class PostPanel {
  /**
   * The source says what is posted:
   * { title(), lines(), mayPost, settled(), preview(choice), post(choice, key), position(issue), choices, goTo(issue), print(answer), another() }
   * print says where the paper of what was posted is, another begins the next one; both may be missing.
   */
  constructor(source, texts, posted, closed) {
    this.source = source;
    this.texts = texts;
    this.posted = posted;
    this.closed = closed;
    this.choice = null;
  }

  /** @param then what follows the posting: print, another or nothing */
  async open(then = "") {
    if (this.dialog) return this.post(then);
    this.then = then;
    this.choice = this.source.choices?.[0] ?? null;
    this.dialog = element("dialog", { class: "post postpanel", "aria-label": this.source.title() }, element("p", { class: "empty muted" }, this.texts["working-out"]));
    document.body.append(this.dialog);
    this.dialog.addEventListener("close", () => { this.dialog?.remove(); this.dialog = null; this.closed(); });
    this.dialog.addEventListener("keydown", event => {
      if (event.key === "F9" && !event.ctrlKey) { event.preventDefault(); event.stopPropagation(); this.post(event.shiftKey ? "print" : event.altKey ? "another" : this.then); }
    });
    this.dialog.showModal();
    await this.source.settled();
    await this.look();
  }

  async look() {
    try {
      this.show(await this.source.preview(this.choice));
    } catch (failure) {
      this.refused(failure);
    }
  }

  show(preview) {
    this.preview = preview;
    if (!this.dialog) return;
    const errors = preview.issues.filter(issue => issue.severity === "error");
    this.dialog.replaceChildren(this.header(preview, errors), element("div", { class: "body" }, this.what(preview, errors), element("div", { class: "right-part" }, ...(errors.length ? [this.mistakes(errors)] : [this.strip(preview),
      element("div", { class: "parts" }, ...this.parts(preview))]))));
    this.dialog.querySelector(".btn.primary")?.focus();
  }

  /** What there is to show: a table without rows says nothing. */
  parts(preview) {
    const left = [preview.itemLedgerEntries.length ? this.items(preview) : null, preview.valueEntries.length ? this.values(preview) : null].filter(Boolean);
    return [...(left.length ? [element("div", { class: "left-part" }, ...left)] : []), ...(preview.generalLedgerAccounts.length ? [this.ledger(preview)] : []),
      ...(preview.stock.length ? [this.stock(preview)] : [])];
  }

  /** With errors nothing would be written; what is to be mended stands in its place. */
  mistakes(errors) {
    return element("section", { class: "pad padded" }, element("h2", {}, this.texts["to-mend"]), element("ul", { class: "reasons" }, ...errors.map(issue =>
      element("li", {}, element("button", { class: "more bad", type: "button", onclick: () => this.toIssue(issue) }, said(this.texts.line.replace("{line}", this.source.position(issue)), issue.message)), " ", element("span", { class: "code muted" }, issue.code ?? "")))));
  }

  toIssue(issue) {
    this.dialog.close();
    this.source.goTo?.(issue);
  }

  header(preview, errors) {
    const warnings = preview.issues.length - errors.length;
    return element("header", {}, element("h2", { class: "b" }, this.source.title()),
      errors.length ? badge("danger", "s-tri", this.texts["errors"].replace("{count}", errors.length)) : badge("success", "s-tick", this.texts["can-be-posted"]),
      warnings ? badge("warning", "s-tri", this.texts["warnings"].replace("{count}", warnings)) : null,
      element("span", { class: "right muted" }, this.texts["nothing-written"]),
      element("button", { class: "btn ghost", type: "button", onclick: () => this.dialog.close() }, this.texts.cancel, element("kbd", {}, "Esc")));
  }

  what(preview, errors) {
    const fact = (key, value) => [element("dt", {}, this.texts[key]), element("dd", {}, value)];
    const documents = [...new Set(preview.itemLedgerEntries.map(row => row.documentNumber).filter(Boolean))];
    const stopped = errors.length > 0 || !this.source.mayPost;
    return element("aside", { class: "what" }, element("h2", {}, this.texts["what-to-post"]), ...this.ways(),
      element("dl", { class: "facts" }, ...fact("lines", String(this.source.lines())), ...(documents.length ? fact("documents", documents.slice(0, 3).join(", ") + (documents.length > 3 ? " …" : "")) : [])),
      element("p", { class: "cap" }, this.texts["numbers-taken"]),
      ...preview.issues.filter(issue => issue.severity !== "error").map(issue => element("p", { class: issue.severity === "error" ? "bad" : "warn" }, said(this.texts.line.replace("{line}", this.source.position(issue)), issue.message))),
      stopped ? element("button", { class: "btn", type: "button", "aria-disabled": "true", title: this.texts[errors.length ? "has-errors" : "may-not-post"] }, this.texts["post"], element("kbd", {}, "F9"))
        : element("button", { class: "btn primary", type: "button", onclick: () => this.post(this.then) }, this.choice ? this.choice.text : this.texts["post-now"], element("kbd", {}, "F9")),
      ...(stopped ? [] : this.further().map(([then, keys]) => element("button", { class: "btn", type: "button", onclick: () => this.post(then) }, this.texts["post-and-" + then], element("kbd", {}, keys)))));
  }

  further() {
    return [["print", "Shift F9"], ["another", "Alt F9"]].filter(([then]) => this.source[then]);
  }

  /** Ways to post; another one is worked out at once. */
  ways() {
    if ((this.source.choices?.length ?? 0) < 2) return [];
    return [element("fieldset", { class: "ways" }, element("legend", { class: "sr" }, this.texts["what-to-post"]), ...this.source.choices.map(choice =>
      element("label", {}, element("input", { type: "radio", name: "way", checked: choice === this.choice, onchange: () => { this.choice = choice; this.preview = null; this.look(); } }), choice.text)))];
  }

  strip(preview) {
    const cell = (key, value) => element("div", { class: "cell" }, element("span", { class: "cap" }, this.texts[key]), element("span", { class: "v" }, writeNumber(String(value))));
    return element("div", { class: "strip" }, cell("item-entries", preview.itemLedgerEntries.length), cell("value-entries", preview.valueEntries.length),
      cell("gl-entries", preview.generalLedgerEntries.length ?? preview.generalLedgerEntries),
      preview.partnerEntries === undefined ? null : cell("partner-entries", preview.partnerEntries + preview.vatEntries), cell("adjustments", preview.adjustments));
  }

  table(headings, rows, style = "") {
    return element("table", { class: "grid tight " + style }, element("thead", {}, element("tr", {}, ...headings.map(([key, kind]) => element("th", { class: kind ?? "", scope: "col" }, this.texts["head." + key])))), element("tbody", {}, ...rows));
  }

  items(preview) {
    return element("section", {}, element("h2", {}, this.texts["stock-title"].replace("{count}", preview.itemLedgerEntries.length)),
      this.table([["date"], ["type"], ["item"], ["description", "wide"], ["location"], ["quantity", "n"]], preview.itemLedgerEntries.slice(0, 200).map(row => element("tr", {},
        text(writeDate(row.postingDate)), text(row.entryTypeText), text(row.itemNumber), text(row.description, "fill"), text(row.locationCode), quantity(row.quantity)))));
  }

  /** One row for each item: what is expected of it, what it costs, and what each charge adds to that. */
  values(preview) {
    const charges = [...new Set(preview.valueEntries.map(row => row.itemChargeNumber).filter(Boolean))].sort();
    const sum = (rows, name) => amountOf(rows.reduce((total, row) => total + centsOf(row[name]), 0n));
    const of = (rows, charge) => rows.filter(row => (row.itemChargeNumber ?? "") === charge);
    const figures = rows => [element("td", { class: "n" }, writeNumber(String(rows.length))), amount(sum(rows, "costAmountExpected")), amount(sum(of(rows, ""), "costAmountActual")), ...charges.map(charge => amount(sum(of(rows, charge), "costAmountActual")))];
    const items = [...Map.groupBy(preview.valueEntries, row => row.itemNumber)];
    const heads = [["item", "wide"], ["entries", "n"], ["expected", "n"], [charges.length ? "direct-cost" : "actual", "n"]];
    const shown = this.table(heads, [...items.slice(0, 200).map(([item, rows]) => element("tr", {}, text(item, "fill"), ...figures(rows))),
      element("tr", { class: "total" }, text(this.texts.total), ...figures(preview.valueEntries))]);
    shown.tHead.rows[0].append(...charges.map(charge => element("th", { class: "n", scope: "col" }, charge)));
    return element("section", {}, element("h2", {}, this.texts["value-title"].replace("{count}", preview.valueEntries.length)), shown);
  }

  ledger(preview) {
    const sum = name => preview.generalLedgerAccounts.reduce((total, row) => total + BigInt(row[name].replace(".", "")), 0n).toString().padStart(3, "0").replace(/(\d\d)$/, ".$1");
    const balanced = preview.generalLedgerAccounts.length > 0 && sum("debitAmount") === sum("creditAmount");
    return element("section", { class: "ledger" }, element("h2", {}, this.texts["ledger-title"], balanced ? badge("success", "s-tick", this.texts.balanced) : null),
      this.table([["account"], ["name", "wide"], ["debit", "n"], ["credit", "n"]], [
        ...preview.generalLedgerAccounts.map(row => element("tr", {}, text(row.accountNumber, "m"), text(row.name, "fill"), amount(row.debitAmount), amount(row.creditAmount))),
        element("tr", { class: "total" }, text(this.texts.total), text(""), amount(sum("debitAmount")), amount(sum("creditAmount")))]));
  }

  stock(preview) {
    const ahead = preview.stock.some(row => row.lowestAfter !== undefined);
    const low = (value, style) => element("td", { class: "n " + (value.startsWith("-") ? "bad" : style) }, writeNumber(value));
    return element("section", { class: "whole" }, element("h2", {}, this.texts["effect-title"]),
      this.table([["item"], ["description", "wide"], ["location"], ["before", "n"], ["after", "n"], ...(ahead ? [["lowest-before", "n"], ["lowest-after", "n"]] : []), ["cost-before", "n"], ["cost-after", "n"]], preview.stock.slice(0, 200).map(row => element("tr", {},
        text(row.itemNumber), text(row.description, "fill"), text(row.locationCode), quantity(row.before),
        element("td", { class: "n b " + (row.after.startsWith("-") ? "bad" : "") }, writeNumber(row.after) + " " + row.unitOfMeasureCode),
        ...(ahead ? [low(row.lowestBefore, "m"), low(row.lowestAfter, "b")] : []),
        ...(row.unitCostAfter === undefined ? [text(""), text("")] : [cost(row.unitCostBefore, "m"), cost(row.unitCostAfter, row.unitCostAfter === row.unitCostBefore ? "m" : "b")])))));
  }

  async post(then = "") {
    const errors = this.preview?.issues.some(issue => issue.severity === "error");
    if (!this.preview || errors || this.posting || !this.source.mayPost) return;
    this.posting = true;
    this.key ??= newKey();
    // Opened now, because later no key would have asked for it.
    const paper = then === "print" && this.source.print ? window.open("", "_blank") : null;
    try {
      const answer = await this.source.post(this.choice, this.key);
      this.key = null;
      this.dialog.close();
      this.posted(answer);
      const address = this.source.print?.(answer);
      if (paper && address) paper.location.href = address;
      else paper?.close();
      if (then === "another") this.source.another?.();
    } catch (failure) {
      paper?.close();
      if (failure instanceof ProblemAnswer) this.key = null;
      this.refused(failure);
    } finally {
      this.posting = false;
      this.preview = null;
    }
  }

  refused(failure) {
    if (!this.dialog) return;
    const problem = failure instanceof ProblemAnswer ? failure.problem : { detail: failure.message, errors: [] };
    this.dialog.replaceChildren(element("header", {}, element("h2", { class: "b" }, this.source.title()), badge("danger", "s-tri", this.texts["cannot-be-posted"]), element("span", { class: "right" }),
      element("button", { class: "btn", type: "button", onclick: () => this.dialog.close() }, this.texts.close, element("kbd", {}, "Esc"))),
    element("div", { class: "body" }, element("aside", { class: "what" }, element("h2", {}, this.texts["what-to-post"]), ...this.ways()),
      element("div", { class: "pad padded right-part" }, element("p", { class: "bad" }, problem.detail ?? ""), ...(problem.errors ?? []).filter(issue => issue.target?.sequence || issue.message !== problem.detail).map(issue => element("p", { class: "bad" }, said(this.texts.line.replace("{line}", this.source.position(issue)), issue.message))))));
    this.dialog.querySelector("input:checked, button")?.focus();
  }
}
