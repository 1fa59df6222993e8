package org.stockbook.inventory.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** Items with their stock and value. */
@Configuration(proxyBeanMethods = false)
class ItemPages {

    /** Stock that somebody must look after; services and items without a reorder point are calm. */
    private static String warning(Row row) {
        var stock = row.figure("inventory");
        var reorderPoint = row.figure("reorderPoint");
        return stock.signum() < 0 ? "mark.negative-stock" : reorderPoint.signum() > 0 && stock.compareTo(reorderPoint) <= 0 ? "mark.low-stock" : "";
    }

    @Bean
    @Order(10)
    ListPage itemsPage(ItemRows rows) {
        return new ListPage("items", Area.ITEMS, Permission.READ_ITEMS, "items", rows.items(), List.of(
                PageColumn.code("number").linked(row -> Links.item(row.text("number"))),
                PageColumn.text("description").with(Trait.FILLING).marked(row -> row.text("blocked").equals("true") ? "mark.blocked" : ""),
                PageColumn.code("itemCategoryCode"),
                PageColumn.code("baseUnitOfMeasureCode").with(Trait.MUTED),
                PageColumn.of("inventory", Kind.QUANTITY).marked(ItemPages::warning).with(Trait.BALANCE).linked(row -> Links.itemLedgerEntriesOfItem(row.text("number"))),
                PageColumn.of("netChange", Kind.QUANTITY).with(Trait.BALANCE).with(Trait.HIDDEN),
                PageColumn.of("unitCost", Kind.UNIT_AMOUNT).with(Trait.COST).linked(row -> Links.valueEntriesOfItem(row.text("number"))),
                PageColumn.of("inventoryValue", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).linked(row -> Links.valueEntriesOfItem(row.text("number"))),
                PageColumn.of("unitPrice", Kind.UNIT_AMOUNT),
                PageColumn.of("costingMethod", Kind.CHOICE),
                PageColumn.text("attributeValue").with(Trait.MUTED),
                PageColumn.code("vendorNumber").with(Trait.HIDDEN),
                PageColumn.of("reorderPoint", Kind.QUANTITY).with(Trait.HIDDEN),
                PageColumn.code("inventoryPostingGroupCode").with(Trait.HIDDEN),
                PageColumn.code("gtin").with(Trait.HIDDEN),
                PageColumn.code("shelfNumber").with(Trait.HIDDEN),
                PageColumn.of("createdFromCatalogItem", Kind.FLAG).with(Trait.HIDDEN),
                PageColumn.of("lastDirectCost", Kind.UNIT_AMOUNT).with(Trait.COST).with(Trait.HIDDEN),
                PageColumn.of("standardCost", Kind.UNIT_AMOUNT).with(Trait.COST).with(Trait.HIDDEN),
                PageColumn.of("blocked", Kind.FLAG)),
                List.of(Sort.ascending("number")), with(TotalFilters.OF_STOCK, "category", "attributes", "attributeColumn"))
                .withViews(List.of(new SuppliedView("in-stock", "inventory=>0"), new SuppliedView("negative-stock", "inventory=<0"),
                        new SuppliedView("no-vendor", "vendorNumber=''"), new SuppliedView("blocked", "blocked=true"),
                        new SuppliedView("from-catalogue", "createdFromCatalogItem=true")))
                .withActions(List.of(
                        PageAction.open("new-from-template", Permission.CHANGE_ITEMS, "/new-item"),
                        PageAction.open("adjust-stock", Permission.EDIT_ITEM_JOURNAL, "/item-journal?itemNumber={number}"),
                        ItemActions.copy("items/number:{number}")));
    }

    private static List<String> with(List<String> totals, String... others) {
        return Stream.concat(Stream.of(others), totals.stream()).toList();
    }

    @Bean
    @Order(11)
    ListPage stockPage(InventoryRows rows) {
        return new ListPage("stock", Area.STOCK, Permission.READ_INVENTORY, "stock", rows.stock(), List.of(
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE).linked(row -> Links.itemLedgerEntriesOfItem(row.text("itemNumber")) + ItemCardTables.placeOf(row)),
                PageColumn.of("netChange", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE).with(Trait.HIDDEN),
                PageColumn.code("baseUnitOfMeasureCode").with(Trait.MUTED),
                PageColumn.of("costAmountActual", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).linked(row -> Links.valueEntriesOfItem(row.text("itemNumber")) + ItemCardTables.placeOf(row)),
                PageColumn.of("costAmountExpected", Kind.AMOUNT).with(Trait.COST).with(Trait.TOTALLED).with(Trait.MUTED)),
                List.of(Sort.ascending("itemNumber")), TotalFilters.OF_STOCK);
    }

    @Bean
    @Order(12)
    CardPage itemCard(ItemRows items, RecordTypes types, Permissions permissions) {
        var tables = new ItemCardTables(types);
        return new CardPage("items", Area.ITEMS, Permission.READ_ITEMS, "items", number -> items.items()
                .read(RowRequest.of(Criterion.equal("number", number)).page(0, 1)).rows().stream().findFirst()
                .map(item -> new ItemCard(item, permissions.has(Permission.READ_COSTS)).shown(tables))).asking(ItemCard.asked());
    }
}
