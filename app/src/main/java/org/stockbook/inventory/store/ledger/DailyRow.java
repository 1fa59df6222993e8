package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.InventoryDaily.INVENTORY_DAILY;
import static org.stockbook.platform.database.jooq.tables.InventoryMonthly.INVENTORY_MONTHLY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.platform.database.TableWriter;

/** What a posting adds to the sums of one day. Amounts in cents, quantities in hundred-thousandths. */
record DailyRow(Key key, Sums sums) {
    /** One row of the table. */
    record Key(
            long item,
            long variant,
            long location,
            LocalDate postingDate,
            EntryType entryType,
            ValueEntryType valueType,
            VarianceType variance,
            OrderType order) {
        static Key of(ValueRow row) {
            return new Key(
                    row.keys().item(),
                    row.keys().variant(),
                    row.keys().location(),
                    row.entry().postingDate(),
                    row.entry().itemLedgerEntryType(),
                    row.entry().type(),
                    row.entry().variance(),
                    row.entry().origin().order().type());
        }
    }

    /** The figures of one row. */
    record Sums(
            long quantity,
            long invoiced,
            long actual,
            long expected,
            long nonInventoriable,
            long actualPosted,
            long expectedPosted,
            long sales,
            long purchases) {
        static Sums of(ValueRow row) {
            var entry = row.entry();
            return new Sums(
                    entry.itemLedgerEntryQuantity().unscaled(),
                    entry.invoicedQuantity().unscaled(),
                    entry.cost().actual().unscaled(),
                    entry.cost().expected().unscaled(),
                    entry.cost().nonInventoriable().unscaled(),
                    row.posted().actual().unscaled(),
                    row.posted().expected().unscaled(),
                    entry.trade().salesActual().unscaled(),
                    entry.trade().purchaseActual().unscaled());
        }

        Sums plus(Sums other) {
            return new Sums(
                    quantity + other.quantity,
                    invoiced + other.invoiced,
                    actual + other.actual,
                    expected + other.expected,
                    nonInventoriable + other.nonInventoriable,
                    actualPosted + other.actualPosted,
                    expectedPosted + other.expectedPosted,
                    sales + other.sales,
                    purchases + other.purchases);
        }
    }

    static final TableWriter<DailyRow> TABLE = TableWriter.<DailyRow>into(INVENTORY_DAILY)
            .int8(INVENTORY_DAILY.ITEM_ID, row -> row.key.item())
            .int8(INVENTORY_DAILY.VARIANT_ID, row -> row.key.variant())
            .int8(INVENTORY_DAILY.LOCATION_ID, row -> row.key.location())
            .date(INVENTORY_DAILY.POSTING_DATE, row -> row.key.postingDate())
            .label(INVENTORY_DAILY.ITEM_LEDGER_ENTRY_TYPE, row -> row.key.entryType())
            .label(INVENTORY_DAILY.VALUE_ENTRY_TYPE, row -> row.key.valueType())
            .label(INVENTORY_DAILY.VARIANCE_TYPE, row -> row.key.variance())
            .label(INVENTORY_DAILY.ORDER_TYPE, row -> row.key.order())
            .decimal(INVENTORY_DAILY.QUANTITY, row -> row.sums.quantity())
            .decimal(INVENTORY_DAILY.INVOICED_QUANTITY, row -> row.sums.invoiced())
            .decimal(INVENTORY_DAILY.COST_AMOUNT_ACTUAL, row -> row.sums.actual())
            .decimal(INVENTORY_DAILY.COST_AMOUNT_EXPECTED, row -> row.sums.expected())
            .decimal(INVENTORY_DAILY.COST_AMOUNT_NON_INVENTORIABLE, row -> row.sums.nonInventoriable())
            .decimal(INVENTORY_DAILY.COST_POSTED_TO_GL, row -> row.sums.actualPosted())
            .decimal(INVENTORY_DAILY.EXPECTED_COST_POSTED_TO_GL, row -> row.sums.expectedPosted())
            .decimal(INVENTORY_DAILY.SALES_AMOUNT_ACTUAL, row -> row.sums.sales())
            .decimal(INVENTORY_DAILY.PURCHASE_AMOUNT_ACTUAL, row -> row.sums.purchases());

    /** The same by month, without what only a report on the days of a period shows. */
    static final TableWriter<DailyRow> MONTHS = TableWriter.<DailyRow>into(INVENTORY_MONTHLY)
            .int8(INVENTORY_MONTHLY.ITEM_ID, row -> row.key.item())
            .int8(INVENTORY_MONTHLY.VARIANT_ID, row -> row.key.variant())
            .int8(INVENTORY_MONTHLY.LOCATION_ID, row -> row.key.location())
            .date(INVENTORY_MONTHLY.FIRST_DAY, row -> row.key.postingDate())
            .decimal(INVENTORY_MONTHLY.QUANTITY, row -> row.sums.quantity())
            .decimal(INVENTORY_MONTHLY.INVOICED_QUANTITY, row -> row.sums.invoiced())
            .decimal(INVENTORY_MONTHLY.COST_AMOUNT_ACTUAL, row -> row.sums.actual())
            .decimal(INVENTORY_MONTHLY.COST_AMOUNT_EXPECTED, row -> row.sums.expected())
            .decimal(INVENTORY_MONTHLY.COST_POSTED_TO_GL, row -> row.sums.actualPosted());

    static final String RAISE_MONTHS = """
            ON CONFLICT (item_id, first_day, variant_id, location_id)
            DO UPDATE SET quantity = inventory_monthly.quantity + excluded.quantity,
                invoiced_quantity = inventory_monthly.invoiced_quantity + excluded.invoiced_quantity,
                cost_amount_actual = inventory_monthly.cost_amount_actual + excluded.cost_amount_actual,
                cost_amount_expected = inventory_monthly.cost_amount_expected + excluded.cost_amount_expected,
                cost_posted_to_gl = inventory_monthly.cost_posted_to_gl + excluded.cost_posted_to_gl""";

    /** The rows of days summed up by month, each named by its first day and no type in particular. */
    static List<DailyRow> byMonth(List<DailyRow> days) {
        var months = new LinkedHashMap<Key, DailyRow>();
        for (var day : days) {
            var key = new Key(
                    day.key.item(), day.key.variant(), day.key.location(), day.key.postingDate().withDayOfMonth(1),
                    EntryType.PURCHASE, ValueEntryType.DIRECT_COST, VarianceType.NONE, OrderType.NONE);
            months.merge(key, new DailyRow(key, day.sums), (one, other) -> new DailyRow(key, one.sums.plus(other.sums)));
        }
        return List.copyOf(months.values());
    }

    static final String RAISE = """
            ON CONFLICT (item_id, posting_date, variant_id, location_id, item_ledger_entry_type, value_entry_type, variance_type, order_type)
            DO UPDATE SET quantity = inventory_daily.quantity + excluded.quantity,
                invoiced_quantity = inventory_daily.invoiced_quantity + excluded.invoiced_quantity,
                cost_amount_actual = inventory_daily.cost_amount_actual + excluded.cost_amount_actual,
                cost_amount_expected = inventory_daily.cost_amount_expected + excluded.cost_amount_expected,
                cost_amount_non_inventoriable = inventory_daily.cost_amount_non_inventoriable + excluded.cost_amount_non_inventoriable,
                cost_posted_to_gl = inventory_daily.cost_posted_to_gl + excluded.cost_posted_to_gl,
                expected_cost_posted_to_gl = inventory_daily.expected_cost_posted_to_gl + excluded.expected_cost_posted_to_gl,
                sales_amount_actual = inventory_daily.sales_amount_actual + excluded.sales_amount_actual,
                purchase_amount_actual = inventory_daily.purchase_amount_actual + excluded.purchase_amount_actual""";
}
