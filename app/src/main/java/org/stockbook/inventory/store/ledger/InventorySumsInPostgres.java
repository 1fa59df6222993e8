package org.stockbook.inventory.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.LedgerSums;
import org.stockbook.finance.WrongSum;
import org.stockbook.platform.database.KeptSum;
import org.stockbook.platform.database.KeptSum.Figure;
import org.stockbook.platform.database.RoundTrip;

/** Stock and value: the present balance of each place, the movements of each day, and average pools by valuation date. */
@Repository
class InventorySumsInPostgres implements LedgerSums {
    private static final KeptSum DAILY = new KeptSum(
            "inventory_daily",
            "item_id, variant_id, location_id, posting_date, item_ledger_entry_type, value_entry_type, variance_type, order_type",
            Stream.concat(Stream.of(new Figure("quantity", "item_ledger_entry_quantity")),
                    Stream.of("invoiced_quantity", "cost_amount_actual", "cost_amount_expected", "cost_amount_non_inventoriable",
                            "cost_posted_to_gl", "expected_cost_posted_to_gl", "sales_amount_actual", "purchase_amount_actual")
                            .map(Figure::of)).toList(),
            "value_entry");

    private static final KeptSum MONTHLY = new KeptSum(
            "inventory_monthly",
            "item_id, variant_id, location_id, first_day",
            List.of(new Figure("quantity", "item_ledger_entry_quantity"), Figure.of("invoiced_quantity"), Figure.of("cost_amount_actual"),
                    Figure.of("cost_amount_expected"), Figure.of("cost_posted_to_gl")),
            "(SELECT *, date_trunc('month', posting_date)::date AS first_day FROM value_entry) AS value_entry");

    /** Items that are not stocked have no quantity on hand. */
    private static final KeptSum BALANCE = new KeptSum(
            "inventory_balance",
            "item_id, variant_id, location_id",
            List.of(new Figure("quantity", "item_ledger_entry_quantity"), Figure.of("invoiced_quantity"),
                    Figure.of("cost_amount_actual"), Figure.of("cost_amount_expected")),
            "value_entry JOIN item ON item.id = item_id AND item.item_type = 'INVENTORY'");

    private static final KeptSum POOL = new KeptSum(
            "pool_daily",
            "item_id, variant_id, location_id, valuation_date",
            List.of(new Figure("quantity", "item_ledger_entry_quantity"), Figure.of("invoiced_quantity"),
                    new Figure("cost_amount", "cost_amount_actual + cost_amount_expected"),
                    new Figure("valued_decreases", "valued_by_average_cost::integer")),
            "value_entry JOIN item ON item.id = item_id AND item.costing_method = 'AVERAGE'");

    /** Kept by the balances themselves; what lists of items sort by. */
    private static final KeptSum STOCK = new KeptSum(
            "item_stock",
            "item_id",
            List.of(Figure.of("quantity"), new Figure("cost_amount", "cost_amount_actual + cost_amount_expected")),
            "inventory_balance");

    private static final List<KeptSum> SUMS = List.of(DAILY, MONTHLY, BALANCE, POOL, STOCK);

    private final DSLContext dsl;

    InventorySumsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<WrongSum> check() {
        var wrong = new ArrayList<WrongSum>();
        var trip = new RoundTrip();
        SUMS.forEach(sum -> trip.query(sum.differences(), row ->
                wrong.add(new WrongSum(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))));
        trip.run(dsl);
        return wrong;
    }

    @Override
    @Transactional
    public void rebuild() {
        var trip = new RoundTrip();
        SUMS.forEach(sum -> sum.rebuild(trip));
        trip.run(dsl);
    }
}
