package org.stockbook.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Report;

/** One item: what it is worth, its fields, what hangs on it (spec: ui, section 13.3). */
record ItemCard(Row item, boolean costs) {
    private static final List<Part> PARTS = List.of(
            new Part("general", Kind.TEXT, "number displayName type itemCategoryCode displayName2 searchDescription number2 gtin shelfNumber manufacturerCode countryOfOriginCode tariffNumber"),
            new Part("blocking", Kind.FLAG, "blocked salesBlocked purchasingBlocked serviceBlocked"),
            new Part("units", Kind.TEXT, "baseUnitOfMeasureCode salesUnitOfMeasureCode purchaseUnitOfMeasureCode putAwayUnitOfMeasureCode"),
            new Part("prices", Kind.UNIT_AMOUNT, "unitPrice profitPercent"),
            new Part("posting", Kind.TEXT, "generalProductPostingGroupCode taxProductPostingGroupCode inventoryPostingGroupCode"),
            new Part("replenishment", Kind.TEXT, "vendorNumber vendorItemNumber leadTimeCalculation overReceiptCode itemTrackingCode"),
            new Part("planning", Kind.QUANTITY, "reorderPoint reorderQuantity netWeight grossWeight unitVolume"));
    private static final Part COSTS = new Part("costs", Kind.UNIT_AMOUNT, "costingMethod unitCost standardCost lastDirectCost indirectCostPercent overheadRate");
    private static final List<String> CHOICES = List.of("type", "costingMethod", "priceProfitCalculation");

    /** Fields of one kind under a heading. */
    private record Part(String section, Kind kind, String fields) {
        CardPage.Section of(Row item) {
            var shown = new ArrayList<PageColumn>();
            for (var field : fields.split(" ")) {
                shown.add(CardPage.field(field, CHOICES.contains(field) ? Kind.CHOICE : field.equals("profitPercent") ? Kind.AMOUNT : kind));
            }
            return new CardPage.Section(section, shown, item);
        }
    }

    CardPage.Record shown(ItemCardTables tables) {
        var number = item.text("number");
        var sections = new ArrayList<>(PARTS.stream().map(part -> part.of(item)).toList());
        if (costs) {
            sections.add(4, COSTS.of(item));
        }
        var record = new CardPage.Record(number + " " + item.text("description"), "card.item.subtitle", subtitle(),
                figures(number), sections, related(Links.encoded(number)),
                tables.parts(number));
        var blocked = item.value("blocked").filter(Boolean.TRUE::equals).isPresent();
        return record.edited("items", Map.of("number", number)).acting(ItemActions.of(number))
                .marked(blocked ? Report.Message.of(Report.Tone.WARNING, "card.item.blocked") : Report.Message.of(Report.Tone.SUCCESS, "card.item.active"));
    }

    /** What a new item is asked for. */
    static List<CardPage.Section> asked() {
        return Stream.of(PARTS.stream().limit(1), PARTS.stream().skip(2).limit(1), Stream.of(COSTS), PARTS.stream().skip(3)).flatMap(parts -> parts).map(part -> part.of(new Row(Map.of()))).toList();
    }

    /** Type, category, costing method and unit, as far as there are any. */
    private Map<String, Object> subtitle() {
        return Map.of("type", item.text("type"), "method", item.text("costingMethod"),
                "more", Stream.of("itemCategoryCode", "baseUnitOfMeasureCode").map(item::text).filter(text -> !text.isEmpty()).map(text -> ", " + text).collect(Collectors.joining()));
    }

    private List<CardPage.Related> related(String number) {
        var availability = new CardPage.Related("item-availability", "/item-availability?itemNumber=" + number);
        var applications = new CardPage.Related("item-application-entries", "/item-application-entries?itemNumber=" + number);
        return costs ? List.of(availability, new CardPage.Related("item-statistics", "/item-statistics?itemNumber=" + number), applications) : List.of(availability, applications);
    }

    private List<Report.Figure> figures(String number) {
        var stock = new Report.Figure("stock", Map.of("unit", item.text("baseUnitOfMeasureCode").isEmpty() ? "none" : item.text("baseUnitOfMeasureCode")), item.figure("inventory"), Kind.QUANTITY, Links.itemLedgerEntriesOfItem(number));
        var value = new Report.Figure("value", Map.of(), item.figure("inventoryValue"), Kind.AMOUNT, Links.valueEntriesOfItem(number));
        var unitCost = new Report.Figure("unit-cost", Map.of(), item.figure("unitCost"), Kind.UNIT_AMOUNT, Links.valueEntriesOfItem(number));
        return costs ? List.of(stock, value, unitCost) : List.of(stock);
    }
}
