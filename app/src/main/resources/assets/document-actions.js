// What may be done to a document besides typing: lines of receipts and shipments, charges, statistics, deletion.
import { call, dialog, element, get, newKey, notice, reader } from "./api.js";
import { commands, confirmed, problems, titleOf } from "./actions.js";
import { added, writeDate, writeNumber } from "./values.js";

const quoted = text => `'${String(text).replaceAll("'", "''")}'`;

/** page: { declaration, lines, keys, take(document) } */
export function register(page) {
  const { declaration, lines } = page;
  const texts = declaration.texts;
  const versioned = () => ({ "If-Match": '"' + lines.document.etag + '"', "Idempotency-Key": newKey() });

  async function attempt(title, work) {
    page.keys.commit();
    await lines.settled();
    try {
      return await work();
    } catch (failure) {
      if (!failure.problem) throw failure;
      problems(title, failure.problem);
      return undefined;
    }
  }

  commands["delete-document"] = async (values, button) => {
    if (!await confirmed(titleOf(button), texts["delete-question"].replace("{document}", lines.document.number))) return;
    const gone = await attempt(titleOf(button), () => call("DELETE", lines.address(""), undefined, versioned()));
    if (gone !== undefined) location.href = "/" + declaration.path;
  };

  /** A quote becomes an order; what should be known about it is said there. */
  commands["make-order"] = async (values, button) => {
    const made = await attempt(titleOf(button), () => call("POST", lines.address("makeOrder"), {}, versioned()));
    if (!made) return;
    (made.notices ?? []).slice(0, 1).forEach(one => sessionStorage.setItem("stockbook-notice", one.text));
    location.href = made.link;
  };

  /** The paper for the partner, as it is now, in a tab of its own. */
  commands.print = async () => {
    if (!lines.document.number) return;
    const paper = window.open("", "_blank");
    page.keys.commit();
    await lines.settled();
    paper.location.href = "/api/v1/" + lines.address("pdf");
  };

  /** Posted documents of the partner are ticked, and their lines come to this one. */
  async function takeOver(button, { types, action, none }) {
    const purchase = declaration.partner === "vendorNumber";
    const filter = `(${types.map(type => `documentType eq ${quoted(type)}`).join(" or ")}) and partnerNumber eq ${quoted(lines.document[declaration.partner])} and reversed eq false`;
    const found = (await get((purchase ? "postedPurchaseDocuments" : "postedSalesDocuments") + "?top=200&filter=" + encodeURIComponent(filter))).value;
    if (found.length === 0) { notice(none); return; }
    const boxes = found.map(row => ({ row, box: element("input", { type: "checkbox", "aria-label": row.number }) }));
    const take = element("button", { class: "btn primary", type: "button", onclick: async () => {
      const chosen = boxes.filter(one => one.box.checked).map(({ row }) => types.length > 1 ? { collection: row.documentType + "s", number: row.number } : { number: row.number });
      asked.close();
      if (chosen.length === 0) return;
      const answer = await attempt(titleOf(button), () => call("POST", lines.address(action), { lines: chosen }, versioned()));
      if (answer) {
        page.take(answer);
        (answer.notices ?? []).slice(0, 1).forEach(one => notice(one.text));
      }
    } }, titleOf(button));
    const asked = dialog(titleOf(button), element("table", { class: "grid" }, element("tbody", {}, ...boxes.map(({ row, box }) => element("tr", {}, element("td", {}, box), element("td", {}, row.number), element("td", {}, writeDate(row.postingDate)), element("td", { class: "m" }, types.length > 1 ? texts[row.documentType] : ""), element("td", { class: "m" }, row.orderNumber ?? ""))))),
      element("div", { class: "bar" }, take, element("button", { class: "btn", type: "button", onclick: () => asked.close() }, reader.texts["shell.cancel"])));
    boxes[0].box.focus();
  }

  commands["get-lines"] = (values, button) => takeOver(button, { types: [declaration.source.type], action: declaration.source.action, none: texts["no-lines-to-get"] });

  /** What goes back or is credited, at exactly the cost with which it came or went. */
  commands["get-lines-to-reverse"] = (values, button) => takeOver(button, { types: declaration.partner === "vendorNumber" ? ["purchaseReceipt", "purchaseInvoice"] : ["salesShipment", "salesInvoice"],
    action: "getPostedLinesToReverse", none: texts["no-lines-to-reverse"] });

  commands["assign-charge"] = async (values, button) => {
    const line = page.keys.line;
    if (line?.values.lineType !== "charge" || !line.id) { notice(texts["choose-charge-line"]); return; }
    const address = lines.address(`${declaration.lines}/${line.id}`);
    const select = element("select", { class: "ctl", "aria-label": texts["charge-method"] }, ...["equally", "amount", "weight", "volume"].map(method => element("option", { value: method }, texts["charge-" + method])));
    const body = element("tbody");
    const total = element("tfoot");
    const heads = [["target", ""], ["description", "wide"], ["quantity", "n"], ["share", "n"]].map(([key, style]) => element("th", { class: style, scope: "col" }, texts["charge-" + key]));
    const problem = element("p", { class: "bad pad", role: "alert" });
    const figures = (quantity, amount) => [element("td", { class: "n" }, writeNumber(String(quantity))), element("td", { class: "n" }, writeNumber(String(amount), 2, 2))];
    const show = assignments => {
      body.replaceChildren(...assignments.map(row => {
        const target = lines.all.find(one => one.id === row.sequence);
        return element("tr", {}, element("td", {}, target ? target.values.lineObjectNumber : row.documentNumber), element("td", { class: "fill" }, target ? target.values.description : String(row.documentSequence ?? "")), ...figures(row.assignQuantity, row.amount));
      }));
      const sum = name => added(assignments.map(row => String(row[name])));
      total.replaceChildren(assignments.length === 0 ? element("tr", {}, element("td", { class: "m", colspan: 4 }, texts["charge-none"]))
        : element("tr", { class: "total" }, element("td", {}, texts["charge-total"]), element("td", {}), ...figures(sum("assignQuantity"), sum("amount"))));
    };
    const suggest = async () => {
      problem.textContent = "";
      try {
        const targets = lines.all.filter(one => one.id && one.values.lineType === "item").map(one => ({ sequence: one.id }));
        page.take(await call("POST", address + "/suggestCharges", { method: select.value, targets }, versioned()));
        show((await get(address + "/itemChargeAssignments")).value);
      } catch (failure) {
        problem.textContent = failure.message;
      }
    };
    const asked = dialog(titleOf(button), element("div", { class: "bar" }, element("label", {}, texts["charge-method"] + " ", select), element("button", { class: "btn", type: "button", onclick: suggest }, texts["charge-suggest"])), problem,
      element("table", { class: "grid" }, element("thead", {}, element("tr", {}, ...heads)), body, total), element("div", { class: "bar" }, element("button", { class: "btn primary", type: "button", onclick: () => asked.close() }, reader.texts["shell.close"])));
    show((await get(address + "/itemChargeAssignments")).value);
    select.focus();
  };

  /** What a line is expected to cost: what is known of it, else what the item costs now, in the unit of the line. */
  async function expectedCosts(known) {
    const open = known.filter(line => line.lineType === "item" && line.unitCostLcy === undefined);
    const numbers = [...new Set(open.map(line => line.lineObjectNumber))];
    const some = Array.from({ length: Math.ceil(numbers.length / 40) }, (_, at) => numbers.slice(40 * at, 40 * at + 40));
    const found = async (collection, field) => (await Promise.all(some.map(part =>
      get(collection + "?top=1000&filter=" + encodeURIComponent(part.map(number => field + " eq " + quoted(number)).join(" or ")))))).flatMap(answer => answer.value);
    const [items, units] = await Promise.all([found("items", "number"), found("itemUnitsOfMeasure", "itemNumber")]);
    return line => {
      const item = items.find(one => one.number === line.lineObjectNumber);
      const unit = units.find(one => one.itemNumber === line.lineObjectNumber && one.code === line.unitOfMeasureCode);
      return Number(line.unitCostLcy ?? Number(item?.unitCost ?? 0) * Number(unit?.quantityPerUnit ?? 1));
    };
  }

  commands.statistics = async (values, button) => {
    const known = lines.all.filter(line => line.id !== 0).map(line => line.base);
    const sum = value => known.reduce((total, line) => total + value(line), 0);
    const net = Number(lines.document.totalAmountExcludingTax ?? 0);
    const unitCost = declaration.partner === "customerNumber" && declaration.mayReadCosts ? await expectedCosts(known) : () => 0;
    const cost = sum(line => unitCost(line) * Number(line.quantity || 0));
    const isForeign = Boolean(lines.document.currencyCode);
    // Costs are local: what is sold in another currency is compared with them at the rate of the document.
    const local = isForeign ? net * Number(lines.document.currencyRateLocalUnits) / Number(lines.document.currencyRateUnits) : net;
    const amount = figure => writeNumber(figure.toFixed(2), 2, 2);
    const rows = [["lines", String(known.length)], ["net", amount(net)], ["vat", amount(Number(lines.document.totalTaxAmount ?? 0))], ["total", amount(Number(lines.document.totalAmountIncludingTax ?? 0)), lines.document.currencyCode]];
    if (declaration.partner === "customerNumber" && declaration.mayReadCosts) {
      if (isForeign) rows.push(["net", amount(local), reader.currency]);
      rows.push(["cost", amount(cost)], ["profit", amount(local - cost)], ["profit-percent", local ? writeNumber((100 * (local - cost) / local).toFixed(1)) : "–"]);
    }
    dialog(titleOf(button), element("dl", { class: "facts pad" }, ...rows.flatMap(([key, value, currency]) => [element("dt", {}, texts["statistics-" + key] + (currency ? ", " + currency : "")), element("dd", {}, value)])));
  };
}
