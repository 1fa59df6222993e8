package org.stockbook.inventory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;

/** Items with their stock and value. */
@Configuration(proxyBeanMethods = false)
class ItemPages {

    @Bean
    @Order(10)
    ListPage itemsPage(InventoryRows rows) {
        return new ListPage("items", Area.ITEMS, Permission.READ_ITEMS, "items", rows.items(), List.of(
                PageColumn.code("number").linked(row -> Links.item(row.text("number"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("itemCategoryCode"),
                PageColumn.code("baseUnitOfMeasureCode").with(Trait.MUTED),
                PageColumn.of("inventory", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE).linked(row -> Links.itemLedgerEntriesOfItem(row.text("number"))),
                PageColumn.of("unitCost", Kind.UNIT_AMOUNT).with(Trait.COST).linked(row -> Links.valueEntriesOfItem(row.text("number"))),
                PageColumn.of("inventoryValue", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).linked(row -> Links.valueEntriesOfItem(row.text("number"))),
                PageColumn.of("unitPrice", Kind.UNIT_AMOUNT),
                PageColumn.of("costingMethod", Kind.CHOICE),
                PageColumn.code("inventoryPostingGroupCode").with(Trait.HIDDEN),
                PageColumn.code("gtin").with(Trait.HIDDEN),
                PageColumn.of("lastDirectCost", Kind.UNIT_AMOUNT).with(Trait.COST).with(Trait.HIDDEN),
                PageColumn.of("standardCost", Kind.UNIT_AMOUNT).with(Trait.COST).with(Trait.HIDDEN),
                PageColumn.of("blocked", Kind.FLAG)),
                List.of(Sort.ascending("number")), List.of());
    }

    @Bean
    @Order(11)
    ListPage stockPage(InventoryRows rows) {
        return new ListPage("stock", Area.STOCK, Permission.READ_INVENTORY, "stock", rows.stock(), List.of(
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE).linked(row -> Links.itemLedgerEntriesOfItem(row.text("itemNumber")) + placeOf(row)),
                PageColumn.code("baseUnitOfMeasureCode").with(Trait.MUTED),
                PageColumn.of("costAmountActual", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).linked(row -> Links.valueEntriesOfItem(row.text("itemNumber")) + placeOf(row)),
                PageColumn.of("costAmountExpected", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).with(Trait.MUTED)),
                List.of(Sort.ascending("itemNumber")), List.of());
    }

    private static String placeOf(Row row) {
        return "&locationCode=" + (row.text("locationCode").isEmpty() ? Links.encoded("''") : Links.encoded(row.text("locationCode")))
                + "&variantCode=" + (row.text("variantCode").isEmpty() ? Links.encoded("''") : Links.encoded(row.text("variantCode")));
    }

    @Bean
    @Order(12)
    CardPage itemCard(InventoryRows rows, Permissions permissions) {
        return new CardPage("items", Area.ITEMS, Permission.READ_ITEMS, "items", number -> rows.items()
                .read(RowRequest.of(Criterion.equal("number", number))).rows().stream().findFirst()
                .map(item -> card(item, rows, permissions.has(Permission.READ_COSTS))));
    }

    private static CardPage.Record card(Row item, InventoryRows rows, boolean costs) {
        var number = item.text("number");
        var stock = new Report.Figure("stock", Map.of("unit", item.text("baseUnitOfMeasureCode")), item.figure("inventory"), Kind.QUANTITY, Links.itemLedgerEntriesOfItem(number));
        var value = new Report.Figure("value", Map.of(), item.figure("inventoryValue"), Kind.AMOUNT, Links.valueEntriesOfItem(number));
        var unitCost = new Report.Figure("unit-cost", Map.of(), item.figure("unitCost"), Kind.UNIT_AMOUNT, Links.costExplainedOfItem(number));
        return new CardPage.Record(number + " " + item.text("description"), "card.item.subtitle", Map.of("category", item.text("itemCategoryCode")),
                costs ? List.of(stock, value, unitCost) : List.of(stock), sections(item, costs),
                List.of(new CardPage.Related("item-ledger-entries", Links.itemLedgerEntriesOfItem(number)),
                        new CardPage.Related("value-entries", Links.valueEntriesOfItem(number)),
                        new CardPage.Related("item-application-entries", "/item-application-entries?itemNumber=" + Links.encoded(number))),
                List.of(stockByPlace(rows, number)));
    }

    private static List<CardPage.Section> sections(Row item, boolean costs) {
        var general = new CardPage.Section("general", List.of(CardPage.field("number", Kind.TEXT), CardPage.field("description", Kind.TEXT),
                CardPage.field("baseUnitOfMeasureCode", Kind.TEXT), CardPage.field("itemCategoryCode", Kind.TEXT), CardPage.field("gtin", Kind.TEXT),
                CardPage.field("blocked", Kind.FLAG)), item);
        var posting = new CardPage.Section("costs", List.of(CardPage.field("costingMethod", Kind.CHOICE), CardPage.field("inventoryPostingGroupCode", Kind.TEXT),
                CardPage.field("unitCost", Kind.UNIT_AMOUNT), CardPage.field("standardCost", Kind.UNIT_AMOUNT), CardPage.field("lastDirectCost", Kind.UNIT_AMOUNT),
                CardPage.field("unitPrice", Kind.UNIT_AMOUNT)), item);
        return costs ? List.of(general, posting) : List.of(general);
    }

    private static Report.Table stockByPlace(InventoryRows rows, String number) {
        var stock = rows.stock().read(RowRequest.of(Criterion.equal("itemNumber", number)));
        var columns = List.of(PageColumn.code("locationCode"), PageColumn.code("variantCode").with(Trait.FILLING),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.BALANCE).linked(row -> Links.itemLedgerEntriesOfItem(number) + placeOf(row)));
        return new Report.Table("stock", Optional.of(Report.Message.of(Report.Tone.NEUTRAL, "card.item.stock")), columns, stock.rows().stream().map(Report.Line::of).toList());
    }
}
