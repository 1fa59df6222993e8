package org.stockbook.items.store.find;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_STOCK;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stockbook.platform.database.StockAt;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.TotalFilters;

/**
 * What is on hand of each item: its sum where everything counts, and otherwise what the total filters of a list leave, in one row for each item
 * either way.
 */
final class StockCounted {
    private static final String NAME = "stock";
    static final Field<Long> ITEM_ID = DSL.field(DSL.name(NAME, "item_id"), Long.class);
    static final Field<BigDecimal> QUANTITY = figure("quantity");
    /** What came less what went in the period that counts; all that is on hand where no period has a beginning. */
    static final Field<BigDecimal> NET_CHANGE = figure("net_change");
    static final Field<BigDecimal> COST_AMOUNT = figure("cost_amount");

    private StockCounted() {}

    static Table<?> of(RowRequest request) {
        var filters = TotalFilters.of(request.scope());
        return filters.isEmpty()
                ? DSL.select(ITEM_STOCK.ITEM_ID, ITEM_STOCK.QUANTITY, ITEM_STOCK.QUANTITY.as("net_change"), ITEM_STOCK.COST_AMOUNT).from(ITEM_STOCK).asTable(NAME)
                : of(filters);
    }

    private static Table<?> of(TotalFilters filters) {
        var moved = StockAt.of(filters);
        var sums = DSL.select(moved.ITEM_ID, DSL.sum(moved.QUANTITY).as("quantity"), DSL.sum(moved.QUANTITY.minus(moved.QUANTITY_BEFORE)).as("net_change"),
                DSL.sum(moved.COST_AMOUNT_ACTUAL.plus(moved.COST_AMOUNT_EXPECTED)).as("cost_amount")).from(moved).groupBy(moved.ITEM_ID).asTable("moved");
        var each = ITEM.as("each_item");
        return DSL.select(each.ID.as("item_id"), sum("quantity"), sum("net_change"), sum("cost_amount"))
                .from(each).leftJoin(sums).on(DSL.field(DSL.name("moved", "item_id"), Long.class).eq(each.ID)).asTable(NAME);
    }

    private static Field<BigDecimal> sum(String column) {
        return DSL.coalesce(DSL.field(DSL.name("moved", column), BigDecimal.class), BigDecimal.ZERO).as(column);
    }

    private static Field<BigDecimal> figure(String column) {
        return DSL.field(DSL.name(NAME, column), BigDecimal.class);
    }
}
