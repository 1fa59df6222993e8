package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.PoolDaily.POOL_DAILY;

import java.time.LocalDate;
import org.stockbook.platform.database.TableWriter;

/** What a posting adds to an average pool on one valuation date. Amount in cents, quantities in hundred-thousandths. */
record PoolRow(Key key, long quantity, long invoiced, long cost, long valuedDecreases) {
    /** One row of the table. */
    record Key(long item, long variant, long location, LocalDate valuationDate) {}

    static PoolRow of(ValueRow row) {
        return new PoolRow(
                new Key(row.keys().item(), row.keys().variant(), row.keys().location(), row.state().valuationDate()),
                row.entry().itemLedgerEntryQuantity().unscaled(),
                row.entry().invoicedQuantity().unscaled(),
                row.entry().cost().inventoriable().unscaled(),
                row.state().valuedByAverageCost() ? 1 : 0);
    }

    PoolRow plus(PoolRow other) {
        return new PoolRow(
                key, quantity + other.quantity, invoiced + other.invoiced, cost + other.cost, valuedDecreases + other.valuedDecreases);
    }

    static final TableWriter<PoolRow> TABLE = TableWriter.<PoolRow>into(POOL_DAILY)
            .int8(POOL_DAILY.ITEM_ID, row -> row.key.item())
            .int8(POOL_DAILY.VARIANT_ID, row -> row.key.variant())
            .int8(POOL_DAILY.LOCATION_ID, row -> row.key.location())
            .date(POOL_DAILY.VALUATION_DATE, row -> row.key.valuationDate())
            .decimal(POOL_DAILY.QUANTITY, PoolRow::quantity)
            .decimal(POOL_DAILY.INVOICED_QUANTITY, PoolRow::invoiced)
            .decimal(POOL_DAILY.COST_AMOUNT, PoolRow::cost)
            .int8(POOL_DAILY.VALUED_DECREASES, PoolRow::valuedDecreases);

    static final String RAISE = """
            ON CONFLICT (item_id, valuation_date, variant_id, location_id)
            DO UPDATE SET quantity = pool_daily.quantity + excluded.quantity,
                invoiced_quantity = pool_daily.invoiced_quantity + excluded.invoiced_quantity,
                cost_amount = pool_daily.cost_amount + excluded.cost_amount,
                valued_decreases = pool_daily.valued_decreases + excluded.valued_decreases""";

    /** Takes value entries whose state is about to change from their old date and counts them on the new one. */
    static final String MOVE = """
            WITH changed AS (
                SELECT v.*, s.valuation_date AS new_date, s.valued_by_average_cost AS newly_valued
                FROM %s AS s (%s) JOIN value_entry v ON v.entry_no = s.entry_no AND v.item_id = s.item_id
                JOIN item i ON i.id = v.item_id AND i.costing_method = 'AVERAGE'),
            moved AS (
                SELECT item_id, variant_id, location_id, valuation_date, -item_ledger_entry_quantity AS quantity,
                    -invoiced_quantity AS invoiced, -cost_amount_actual - cost_amount_expected AS cost,
                    -valued_by_average_cost::integer AS valued
                FROM changed
                UNION ALL
                SELECT item_id, variant_id, location_id, new_date, item_ledger_entry_quantity, invoiced_quantity,
                    cost_amount_actual + cost_amount_expected, newly_valued::integer
                FROM changed)
            INSERT INTO pool_daily
                (item_id, variant_id, location_id, valuation_date, quantity, invoiced_quantity, cost_amount, valued_decreases)
            SELECT item_id, variant_id, location_id, valuation_date, sum(quantity), sum(invoiced), sum(cost), sum(valued)
            FROM moved GROUP BY item_id, variant_id, location_id, valuation_date
            %s""".formatted(ValueRow.StateOnly.COLUMNS.asTable(), ValueRow.StateOnly.COLUMNS.names(), RAISE);
}
