package org.stockbook.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Report;

/** One item: what it is worth, its fields, what hangs on it (spec: ui, section 13.3). */
record ItemCard(Row item, boolean costs) {
    private static final List<Part> PARTS = List.of(
            new Part("general", Kind.TEXT, "number displayName displayName2 searchDescription number2 itemCategoryCode gtin shelfNumber manufacturerCode countryOfOriginCode tariffNumber"),
            new Part("type", Kind.CHOICE, "type"),
            new Part("blocking", Kind.FLAG, "blocked salesBlocked purchasingBlocked serviceBlocked"),
            new Part("units", Kind.TEXT, "baseUnitOfMeasureCode salesUnitOfMeasureCode purchaseUnitOfMeasureCode putAwayUnitOfMeasureCode"),
            new Part("prices", Kind.UNIT_AMOUNT, "unitPrice profitPercent"),
            new Part("posting", Kind.TEXT, "generalProductPostingGroupCode taxProductPostingGroupCode inventoryPostingGroupCode"),
            new Part("replenishment", Kind.TEXT, "vendorNumber vendorItemNumber leadTimeCalculation overReceiptCode itemTrackingCode"),
            new Part("planning", Kind.QUANTITY, "reorderPoint reorderQuantity netWeight grossWeight unitVolume"));
    private static final Part COSTS = new Part("costs", Kind.UNIT_AMOUNT, "costingMethod unitCost standardCost lastDirectCost indirectCostPercent overheadRate");
    private static final List<String> CHOICES = List.of("costingMethod", "priceProfitCalculation");

    /** Fields of one kind under a heading. */
    private record Part(String section, Kind kind, String fields) {
        CardPage.Section of(Row item) {
            var shown = new ArrayList<PageColumn>();
            for (var field : fields.split(" ")) {
                shown.add(CardPage.field(field, CHOICES.contains(field) ? Kind.CHOICE : kind));
            }
            return new CardPage.Section(section, shown, item);
        }
    }

    CardPage.Record shown(ItemCardTables tables) {
        var number = item.text("number");
        var sections = new ArrayList<>(PARTS.stream().map(part -> part.of(item)).toList());
        if (costs) {
            sections.add(5, COSTS.of(item));
        }
        var record = new CardPage.Record(number + " " + item.text("description"), "card.item.subtitle", Map.of("category", item.text("itemCategoryCode")),
                figures(number), sections, related(Links.encoded(number)),
                tables.parts(number));
        var blocked = item.value("blocked").filter(Boolean.TRUE::equals).isPresent();
        return record.edited("items", Map.of("number", number)).acting(ItemActions.of(number))
                .marked(blocked ? Report.Message.of(Report.Tone.WARNING, "card.item.blocked") : Report.Message.of(Report.Tone.SUCCESS, "card.item.active"));
    }

    private List<CardPage.Related> related(String number) {
        var availability = new CardPage.Related("item-availability", "/item-availability?itemNumber=" + number);
        var applications = new CardPage.Related("item-application-entries", "/item-application-entries?itemNumber=" + number);
        return costs ? List.of(availability, new CardPage.Related("item-statistics", "/item-statistics?itemNumber=" + number), applications) : List.of(availability, applications);
    }

    private List<Report.Figure> figures(String number) {
        var stock = new Report.Figure("stock", Map.of("unit", item.text("baseUnitOfMeasureCode")), item.figure("inventory"), Kind.QUANTITY, Links.itemLedgerEntriesOfItem(number));
        var value = new Report.Figure("value", Map.of(), item.figure("inventoryValue"), Kind.AMOUNT, Links.valueEntriesOfItem(number));
        var unitCost = new Report.Figure("unit-cost", Map.of(), item.figure("unitCost"), Kind.UNIT_AMOUNT, Links.valueEntriesOfItem(number));
        return costs ? List.of(stock, value, unitCost) : List.of(stock);
    }
}
