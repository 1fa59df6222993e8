// F9: what posting would write, and the key that writes it.
import { call, element, icon, ProblemAnswer } from "./api.js";
import { writeDate, writeNumber } from "./values.js";

const amount = value => element("td", { class: "n" }, Number(value) === 0 ? element("span", { class: "muted" }, "–") : writeNumber(value, 2, 2));
const quantity = value => element("td", { class: "n" }, writeNumber(value));
const text = (value, style = "") => element("td", { class: style, title: style === "fill" ? value : null }, value);

export class PostPanel {
  constructor(lines, texts, posted, closed) {
    this.lines = lines;
    this.texts = texts;
    this.posted = posted;
    this.closed = closed;
  }

  async open() {
    if (this.dialog) return this.post();
    this.dialog = element("dialog", { class: "post postpanel", "aria-label": this.texts["post-title"].replace("{batch}", this.lines.batch) }, element("p", { class: "empty muted" }, this.texts["working-out"]));
    document.body.append(this.dialog);
    this.dialog.addEventListener("close", () => { this.dialog.remove(); this.dialog = null; this.closed(); });
    this.dialog.addEventListener("keydown", event => {
      if (event.key === "F9") { event.preventDefault(); event.stopPropagation(); this.post(); }
    });
    this.dialog.showModal();
    await this.lines.settled();
    try {
      this.show(await call("POST", this.lines.address("preview"), {}));
    } catch (failure) {
      this.refused(failure);
    }
  }

  show(preview) {
    this.preview = preview;
    const errors = preview.issues.filter(issue => issue.severity === "error");
    this.dialog.replaceChildren(this.header(preview, errors), element("div", { class: "body" }, this.what(preview, errors), element("div", { class: "right-part" }, this.strip(preview),
      element("div", { class: "parts" }, this.items(preview), this.ledger(preview), this.values(preview), this.stock(preview)))));
    this.dialog.querySelector(".btn.primary")?.focus();
  }

  badge(style, shape, words) {
    const mark = icon(shape);
    mark.setAttribute("class", "");
    mark.setAttribute("viewBox", "0 0 10 10");
    return element("span", { class: "badge " + style }, mark, words);
  }

  header(preview, errors) {
    const warnings = preview.issues.length - errors.length;
    return element("header", {}, element("h2", { class: "b" }, this.texts["post-title"].replace("{batch}", this.lines.batch)),
      errors.length ? this.badge("danger", "s-tri", this.texts["errors"].replace("{count}", errors.length)) : this.badge("success", "s-tick", this.texts["can-be-posted"]),
      warnings ? this.badge("warning", "s-tri", this.texts["warnings"].replace("{count}", warnings)) : null,
      element("span", { class: "right muted" }, this.texts["nothing-written"]),
      element("button", { class: "btn ghost", type: "button", onclick: () => this.dialog.close() }, this.texts.cancel, element("kbd", {}, "Esc")));
  }

  what(preview, errors) {
    const fact = (key, value) => [element("dt", {}, this.texts[key]), element("dd", {}, value)];
    const documents = [...new Set(preview.itemLedgerEntries.map(row => row.documentNumber))];
    return element("aside", { class: "what" }, element("h2", {}, this.texts["what-to-post"]),
      element("dl", { class: "facts" }, ...fact("lines", String(this.lines.totals.lines)), ...fact("documents", documents.slice(0, 3).join(", ") + (documents.length > 3 ? " …" : ""))),
      element("p", { class: "cap" }, this.texts["numbers-taken"]),
      ...preview.issues.map(issue => element("p", { class: issue.severity === "error" ? "bad" : "warn" }, this.texts.line.replace("{line}", this.position(issue)) + ": " + issue.message)),
      errors.length || !this.lines.declaration.mayPost
        ? element("button", { class: "btn", type: "button", "aria-disabled": "true", title: this.texts[errors.length ? "has-errors" : "may-not-post"] }, this.texts["post"], element("kbd", {}, "F9"))
        : element("button", { class: "btn primary", type: "button", onclick: () => this.post() }, this.texts["post-now"], element("kbd", {}, "F9")));
  }

  position(issue) {
    const at = this.lines.all.findIndex(line => line.id === issue.target?.id);
    return at >= 0 ? at + 1 : "–";
  }

  strip(preview) {
    const cell = (key, value) => element("div", { class: "cell" }, element("span", { class: "cap" }, this.texts[key]), element("span", { class: "v" }, writeNumber(String(value))));
    return element("div", { class: "strip" }, cell("item-entries", preview.itemLedgerEntries.length), cell("value-entries", preview.valueEntries.length),
      cell("gl-entries", preview.generalLedgerEntries), cell("adjustments", preview.adjustments));
  }

  table(headings, rows, style = "") {
    return element("table", { class: "grid tight " + style }, element("thead", {}, element("tr", {}, ...headings.map(([key, kind]) => element("th", { class: kind ?? "", scope: "col" }, this.texts["head." + key])))), element("tbody", {}, ...rows));
  }

  items(preview) {
    return element("section", {}, element("h2", {}, this.texts["stock-title"].replace("{count}", preview.itemLedgerEntries.length)),
      this.table([["date"], ["type"], ["item"], ["description", "wide"], ["location"], ["quantity", "n"]], preview.itemLedgerEntries.slice(0, 200).map(row => element("tr", {},
        text(writeDate(row.postingDate)), text(row.entryTypeText), text(row.itemNumber), text(row.description, "fill"), text(row.locationCode), quantity(row.quantity)))));
  }

  values(preview) {
    return element("section", { class: "whole" }, element("h2", {}, this.texts["value-title"].replace("{count}", preview.valueEntries.length)),
      this.table([["item"], ["type", "wide"], ["date"], ["quantity", "n"], ["expected", "n"], ["actual", "n"]], preview.valueEntries.slice(0, 200).map(row => element("tr", {},
        text(row.itemNumber), text(row.entryTypeText, "fill"), text(writeDate(row.valuationDate)), quantity(row.valuedQuantity), amount(row.costAmountExpected), amount(row.costAmountActual)))));
  }

  ledger(preview) {
    const sum = name => preview.generalLedgerAccounts.reduce((total, row) => total + BigInt(row[name].replace(".", "")), 0n).toString().padStart(3, "0").replace(/(\d\d)$/, ".$1");
    return element("section", {}, element("h2", {}, this.texts["ledger-title"]),
      this.table([["account"], ["name", "wide"], ["debit", "n"], ["credit", "n"]], [
        ...preview.generalLedgerAccounts.map(row => element("tr", {}, text(row.accountNumber, "m"), text(row.name, "fill"), amount(row.debitAmount), amount(row.creditAmount))),
        element("tr", { class: "total" }, text(this.texts.total), text(""), amount(sum("debitAmount")), amount(sum("creditAmount")))]));
  }

  stock(preview) {
    return element("section", { class: "whole" }, element("h2", {}, this.texts["effect-title"]),
      this.table([["item"], ["description", "wide"], ["location"], ["before", "n"], ["after", "n"]], preview.stock.slice(0, 200).map(row => element("tr", {},
        text(row.itemNumber), text(row.description, "fill"), text(row.locationCode), quantity(row.before),
        element("td", { class: "n b " + (row.after.startsWith("-") ? "bad" : "") }, writeNumber(row.after) + " " + row.unitOfMeasureCode)))));
  }

  async post() {
    const errors = this.preview?.issues.some(issue => issue.severity === "error");
    if (!this.preview || errors || this.posting || !this.lines.declaration.mayPost) return;
    this.posting = true;
    try {
      const answer = await call("POST", this.lines.address("post"), { version: this.lines.totals.version }, { "Idempotency-Key": crypto.randomUUID?.() ?? String(Date.now()) });
      this.dialog.close();
      this.posted(answer);
    } catch (failure) {
      this.refused(failure);
    } finally {
      this.posting = false;
      this.preview = null;
    }
  }

  refused(failure) {
    const problem = failure instanceof ProblemAnswer ? failure.problem : { detail: failure.message, errors: [] };
    this.dialog.replaceChildren(element("header", {}, element("h2", { class: "b" }, problem.title ?? ""), element("span", { class: "right" }),
      element("button", { class: "btn", type: "button", onclick: () => this.dialog.close() }, this.texts.close, element("kbd", {}, "Esc"))),
    element("div", { class: "pad padded" }, element("p", { class: "bad" }, problem.detail ?? ""), ...(problem.errors ?? []).map(issue => element("p", { class: "bad" }, this.texts.line.replace("{line}", this.position(issue)) + ": " + issue.message))));
  }
}
