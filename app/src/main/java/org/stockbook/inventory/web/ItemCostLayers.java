package org.stockbook.inventory.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.items.ItemRows;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Criterion.Operator;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.CardPage.KeyFigures;
import org.stockbook.web.CardPage.Related;
import org.stockbook.web.CardPage.Shown;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Line;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;

/** Where the unit cost of an item comes from: the receipts that its stock is made of, and their sum, which is its value (spec: ui, section 13.3). */
@Configuration(proxyBeanMethods = false)
class ItemCostLayers {
    private static final int MOST = 8;
    /** Where stock is not told apart by what it cost, it has no layers. */
    private static final Set<String> LAYERED = Set.of("fifo", "lifo", "specific");

    @Bean
    Shown itemsCostLayers(ItemRows items, InventoryRows inventory) {
        return new Shown("items", Permission.READ_COSTS, number -> one(items, number).filter(item -> LAYERED.contains(item.text("costingMethod")) && item.figure("inventory").signum() > 0)
                .map(item -> table(item, open(inventory, number))), number -> new Related("cost-explained", Links.costExplainedOfItem(number)));
    }

    @Bean
    KeyFigures itemsProfit(ItemRows items) {
        return new KeyFigures("items", Permission.READ_COSTS, number -> one(items, number).filter(item -> item.figure("unitPrice").signum() > 0 && item.figure("unitCost").signum() > 0)
                .map(item -> new Report.Figure("profit-percent", Map.of(), profit(item), Kind.QUANTITY, "/item-statistics?itemNumber=" + Links.encoded(number))).stream().toList());
    }

    /** What stays of the price above the unit cost, in percent of the price. */
    private static BigDecimal profit(Row item) {
        var price = item.figure("unitPrice");
        return price.subtract(item.figure("unitCost")).movePointRight(2).divide(price, 1, RoundingMode.HALF_UP);
    }

    private static Optional<Row> one(ItemRows items, String number) {
        return items.items().read(RowRequest.of(Criterion.equal("number", number)).page(0, 1)).rows().stream().findFirst();
    }

    private static Rows open(InventoryRows inventory, String number) {
        var left = Criterion.all(Criterion.equal("open", true), new Criterion.Comparison("remainingQuantity", Operator.GREATER, BigDecimal.ZERO));
        return inventory.itemLedgerEntries().read(RowRequest.of(Criterion.all(Criterion.equal("itemNumber", number), left))
                .orderedBy(List.of(Sort.ascending("postingDate"), Sort.ascending("entryNumber"))).page(0, MOST));
    }

    private static Report.Table table(Row item, Rows open) {
        var columns = List.of(PageColumn.code("layer").with(Trait.FILLING).linked(row -> row.text("link")), PageColumn.of("receivedOn", Kind.DATE), PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY), PageColumn.of("unitCost", Kind.UNIT_AMOUNT).linked(row -> row.text("explained")), PageColumn.of("inventoryValue", Kind.AMOUNT));
        var lines = new ArrayList<>(open.rows().stream().map(entry -> Line.of(layer(entry))).toList());
        var stock = item.figure("inventory");
        var value = item.figure("inventoryValue");
        var others = open.count() - lines.size();
        var restQuantity = stock.subtract(sum(lines, "quantity"));
        var restValue = value.subtract(sum(lines, "inventoryValue"));
        if (others > 0 || restValue.signum() != 0) {
            var values = new LinkedHashMap<String, Object>(figures(restQuantity, restValue));
            values.put("layer", others > 0 ? new Message(Tone.NEUTRAL, "cost-layers.others", Map.of("count", others), "") : Message.of(Tone.NEUTRAL, "cost-layers.rest"));
            values.put("link", "/item-ledger-entries?itemNumber=" + Links.encoded(item.text("number")) + "&open=true");
            lines.add(Line.of(new Row(values)));
        }
        var total = new LinkedHashMap<String, Object>(figures(stock, value));
        total.put("layer", Message.of(Tone.NEUTRAL, "cost-layers.stock"));
        lines.add(new Line(Style.TOTAL, new Row(total)));
        var title = new Message(Tone.NEUTRAL, "cost-layers.title", Map.of("unitCost", UnitCost.rounded(item.figure("unitCost")), "value", Amount.rounded(value), "quantity", stock, "count", open.count()), "");
        return new Report.Table("cost-layers", Optional.of(title), columns, lines);
    }

    private static Row layer(Row entry) {
        var left = entry.figure("remainingQuantity");
        var cost = entry.figure("costAmountActual").add(entry.figure("costAmountExpected")).multiply(left).divide(entry.figure("quantity"), 2, RoundingMode.HALF_UP);
        var values = new LinkedHashMap<String, Object>(figures(left, cost));
        values.put("layer", entry.text("documentNumber").isEmpty() ? entry.text("entryNumber") : entry.text("documentNumber"));
        values.put("link", Links.itemLedgerEntry(entry.text("entryNumber")));
        values.put("explained", Links.costExplained(entry.text("entryNumber")));
        entry.value("postingDate").ifPresent(date -> values.put("receivedOn", date));
        values.put("locationCode", entry.text("locationCode"));
        values.put("share", cost.max(BigDecimal.ZERO));
        return new Row(values);
    }

    private static Map<String, Object> figures(BigDecimal quantity, BigDecimal value) {
        var unitCost = quantity.signum() == 0 ? BigDecimal.ZERO : value.divide(quantity, 5, RoundingMode.HALF_UP);
        return Map.of("quantity", quantity, "inventoryValue", value, "unitCost", unitCost);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream().map(line -> line.row().figure(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
