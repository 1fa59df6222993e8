package org.stockbook.inventory.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.inventory.figures.ItemFigures;
import org.stockbook.inventory.figures.ItemFigures.Period;
import org.stockbook.inventory.figures.ItemFigures.Span;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.CardPage.Fact;
import org.stockbook.web.CardPage.SideFacts;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;
import org.stockbook.web.StartCounter;

/** Figures about items: what stands at their side, statistics by period, and what runs low (spec: items, section 14; ui, sections 2.3 and 12). */
@Configuration(proxyBeanMethods = false)
class ItemFigurePages {
    private static final int PERIODS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Bean
    SideFacts itemsStock(InventoryRows rows) {
        return new SideFacts("items", 10, Permission.READ_INVENTORY, number -> {
            var stock = rows.stock().read(RowRequest.of(Criterion.equal("itemNumber", number)).totalling(Set.of("quantity")));
            var facts = new ArrayList<>(stock.rows().stream().map(row -> Fact.of(place(row), row.figure("quantity"), Links.itemLedgerEntriesOfItem(number) + ItemCardTables.placeOf(row))).toList());
            facts.add(Fact.sum(Message.of(Tone.NEUTRAL, "facts.stock"), stock.totals().getOrDefault("quantity", BigDecimal.ZERO), Links.itemLedgerEntriesOfItem(number)));
            return List.of(CardPage.facts(new Message(Tone.NEUTRAL, "card.item.stock", Map.of(), "/stock?itemNumber=" + Links.encoded(number)), Kind.QUANTITY, facts));
        });
    }

    private static Object place(Row row) {
        var place = (row.text("locationCode") + " " + row.text("variantCode")).strip();
        return place.isEmpty() ? Message.of(Tone.NEUTRAL, "grid.facts.no-location") : place;
    }

    @Bean
    SideFacts itemsCosts(ItemRows items) {
        return new SideFacts("items", 30, Permission.READ_COSTS, number -> items.items().read(RowRequest.of(Criterion.equal("number", number)).page(0, 1)).rows().stream().map(item -> {
            var values = Links.valueEntriesOfItem(number);
            var facts = new ArrayList<>(List.of(Fact.of(Message.of(Tone.NEUTRAL, "column.unitCost"), item.figure("unitCost"), Links.costExplainedOfItem(number)),
                    Fact.of(Message.of(Tone.NEUTRAL, "column.lastDirectCost"), item.figure("lastDirectCost"), values)));
            if (item.text("costingMethod").equals("standard")) {
                facts.add(Fact.of(Message.of(Tone.NEUTRAL, "column.standardCost"), item.figure("standardCost"), values));
            }
            facts.add(Fact.sum(Message.of(Tone.NEUTRAL, "column.inventoryValue"), item.figure("inventoryValue"), values));
            return CardPage.facts(new Message(Tone.NEUTRAL, "facts.costs", Map.of(), Links.costExplainedOfItem(number)), Kind.UNIT_AMOUNT, facts);
        }).toList());
    }

    /** The same to programs, under the name they know (spec: api, section 11). */
    @Bean
    ListPage.ForPrograms shortages(ItemFigures figures) {
        var list = lowStockPage(figures);
        return new ListPage.ForPrograms(new ListPage("", list.area(), list.permission(), "shortages", list.rows(), list.columns(), list.order(), list.scopes()));
    }

    @Bean
    @Order(15)
    ListPage lowStockPage(ItemFigures figures) {
        return new ListPage("low-stock", Area.STOCK, Permission.READ_INVENTORY, "lowStock", figures.lowStock(), List.of(
                PageColumn.code("number").linked(row -> Links.item(row.text("number"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("itemCategoryCode"),
                PageColumn.of("inventory", Kind.QUANTITY).with(Trait.BALANCE).linked(row -> "/item-availability?itemNumber=" + Links.encoded(row.text("number"))),
                PageColumn.of("reorderPoint", Kind.QUANTITY),
                PageColumn.of("missingQuantity", Kind.QUANTITY),
                PageColumn.of("reorderQuantity", Kind.QUANTITY),
                PageColumn.code("baseUnitOfMeasureCode").with(Trait.MUTED),
                PageColumn.code("vendorNumber").linked(row -> row.text("vendorNumber").isEmpty() ? "" : "/vendors/" + Links.encoded(row.text("vendorNumber")))),
                List.of(Sort.ascending("number")), List.of())
                .withActions(List.of(PageAction.open("new-purchase-order", Permission.CHANGE_PURCHASING, "/purchase-orders/new?vendorNumber={vendorNumber}")));
    }

    @Bean
    StartCounter lowStockCounter(ItemFigures figures) {
        return new StartCounter(48, "low-stock", Permission.READ_INVENTORY,
                () -> new StartCounter.Count(figures.lowStock().read(RowRequest.of(Criterion.EVERYTHING).page(0, 1)).count(), Tone.WARNING, "/low-stock", "", Map.of()));
    }

    @Bean
    @Order(16)
    ReportPage itemStatisticsPage(ItemFigures figures) {
        return new ReportPage("item-statistics", Area.ITEMS, Permission.READ_COSTS,
                List.of(ReportParameter.code("itemNumber", "items"), ReportParameter.choice("span", List.of("month", "quarter", "year")), ReportParameter.date("asOf")),
                request -> request.text("itemNumber").isEmpty()
                        ? new Report(Optional.of(Message.of(Tone.NEUTRAL, "availability.choose")), Optional.empty(), List.of(), List.of(), List.of())
                        : statistics(request, figures));
    }

    private static Report statistics(ReportRequest request, ItemFigures figures) {
        var number = request.text("itemNumber");
        var periods = figures.periods(number, Span.valueOf(request.text("span").toUpperCase(Locale.ROOT)), request.date("asOf").orElse(request.workDate()), PERIODS);
        var lines = new ArrayList<>(periods.stream().map(period -> Report.Line.of(row(period, period.first()))).toList());
        var all = new Period(periods.getFirst().first(), sum(periods, Period::sales), sum(periods, Period::costOfGoodsSold), sum(periods, Period::nonInventoriable),
                periods.getFirst().opening(), sum(periods, Period::increases), sum(periods, Period::decreases));
        lines.add(new Report.Line(Style.TOTAL, row(all, Message.of(Tone.NEUTRAL, "statistics.total"))));
        var table = new Report.Table("statistics", Optional.empty(), List.of(PageColumn.text("periodFrom"), PageColumn.of("salesAmountActual", Kind.AMOUNT),
                PageColumn.of("costOfGoodsSold", Kind.AMOUNT), PageColumn.of("costNonInventoriable", Kind.AMOUNT).with(Trait.MUTED), PageColumn.of("grossProfit", Kind.AMOUNT).with(Trait.BALANCE),
                PageColumn.of("profitPercent", Kind.QUANTITY).with(Trait.BALANCE), PageColumn.of("openingAmount", Kind.AMOUNT), PageColumn.of("increaseAmount", Kind.AMOUNT),
                PageColumn.of("decreaseAmount", Kind.AMOUNT), PageColumn.of("closingAmount", Kind.AMOUNT).linked(row -> row.text("link"))), lines);
        var shown = List.of(new Report.Figure("sales-of-item", Map.of(), all.sales(), Kind.AMOUNT, Links.valueEntriesOfItem(number)),
                new Report.Figure("profit-of-item", Map.of(), all.profit(), Kind.AMOUNT, ""));
        return new Report(Optional.empty(), Optional.empty(), shown, List.of(table), List.of());
    }

    private static Row row(Period period, Object name) {
        var values = new LinkedHashMap<String, Object>();
        values.put("periodFrom", name);
        values.put("salesAmountActual", period.sales());
        values.put("costOfGoodsSold", period.costOfGoodsSold());
        values.put("costNonInventoriable", period.nonInventoriable());
        values.put("grossProfit", period.profit());
        values.put("profitPercent", period.sales().signum() == 0 ? BigDecimal.ZERO : period.profit().multiply(HUNDRED).divide(period.sales(), 1, RoundingMode.HALF_UP));
        values.put("openingAmount", period.opening());
        values.put("increaseAmount", period.increases());
        values.put("decreaseAmount", period.decreases());
        values.put("closingAmount", period.closing());
        return new Row(values);
    }

    private static BigDecimal sum(List<Period> periods, Function<Period, BigDecimal> figure) {
        return periods.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
