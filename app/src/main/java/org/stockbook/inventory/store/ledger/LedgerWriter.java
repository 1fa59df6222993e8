package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.StockkeepingUnit.STOCKKEEPING_UNIT;
import static org.stockbook.platform.database.jooq.tables.UnadjustedCostPoint.UNADJUSTED_COST_POINT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.stockbook.inventory.store.ledger.PostingRows.CostRow;
import org.stockbook.inventory.store.ledger.PostingRows.PointRow;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.TableWriter;

/** Writes the rows of one posting: few rows in a single round trip, many by one COPY per ledger. */
final class LedgerWriter {
    private static final String REGISTERS = """
            INSERT INTO item_register (no, user_id, source_code, journal_batch, first_item_ledger_entry_no, last_item_ledger_entry_no,
                first_value_entry_no, last_value_entry_no, first_item_application_no, last_item_application_no, cost_run_id)
            SELECT no, (SELECT id FROM app_user WHERE login = r.login), source, batch, nullif(e1, 0), nullif(e2, 0), nullif(v1, 0), nullif(v2, 0),
                nullif(a1, 0), nullif(a2, 0), nullif(run, 0)
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[]) AS r (no, login, source, batch, run, e1, e2, v1, v2, a1, a2)""";

    private static final TableWriter<CostRow> COSTS = TableWriter.<CostRow>into(STOCKKEEPING_UNIT)
            .int8(STOCKKEEPING_UNIT.ITEM_ID, row -> row.place().item())
            .int8(STOCKKEEPING_UNIT.VARIANT_ID, row -> row.place().variant())
            .int8(STOCKKEEPING_UNIT.LOCATION_ID, row -> row.place().location())
            .decimal(STOCKKEEPING_UNIT.UNIT_COST, row -> row.card().unitCost().unscaled())
            .decimal(STOCKKEEPING_UNIT.STANDARD_COST, row -> row.card().standardCost().unscaled())
            .decimal(STOCKKEEPING_UNIT.LAST_DIRECT_COST, row -> row.card().lastDirectCost().unscaled());

    private static final String SET_COSTS = """
            SET unit_cost = s.unit_cost, standard_cost = s.standard_cost, last_direct_cost = s.last_direct_cost
            FROM %s AS s (%s)""".formatted(COSTS.asTable(), COSTS.names());
    private static final String ITEM_COSTS = "UPDATE item_cost c " + SET_COSTS + " WHERE c.item_id = s.item_id";
    private static final String UNIT_COSTS = "UPDATE stockkeeping_unit c " + SET_COSTS
            + " WHERE c.item_id = s.item_id AND c.variant_id = s.variant_id AND c.location_id = s.location_id";

    private static final TableWriter<PointRow> POINTS = TableWriter.<PointRow>into(UNADJUSTED_COST_POINT)
            .int8(UNADJUSTED_COST_POINT.ITEM_ID, row -> row.place().item())
            .int8(UNADJUSTED_COST_POINT.VARIANT_ID, row -> row.place().variant())
            .int8(UNADJUSTED_COST_POINT.LOCATION_ID, row -> row.place().location())
            .date(UNADJUSTED_COST_POINT.VALUATION_DATE, PointRow::valuationDate);
    private static final String CLEAR_POINTS = """
            DELETE FROM unadjusted_cost_point p USING %s AS s (%s)
            WHERE p.item_id = s.item_id AND p.variant_id = s.variant_id AND p.location_id = s.location_id
                AND p.valuation_date = s.valuation_date""".formatted(POINTS.asTable(), POINTS.names());
    private static final String COST_IS_ADJUSTED = """
            UPDATE item_cost c SET cost_is_adjusted = NOT EXISTS (
                SELECT FROM unadjusted_cost_point p WHERE p.item_id = c.item_id)
            WHERE c.item_id = ANY (?::bigint[])""";

    private final DSLContext dsl;
    private final RoundTrip trip;

    /** @param trip takes what is not written before by COPY; the caller makes it */
    LedgerWriter(DSLContext dsl, RoundTrip trip) {
        this.dsl = dsl;
        this.trip = trip;
    }

    void write(PostingRows rows) {
        var registers = rows.registers();
        if (!registers.isEmpty()) {
            writeRegisters(registers);
        }
        EntryRow.TABLE.write(dsl, trip, rows.entries);
        ValueRow.TABLE.write(dsl, trip, rows.values);
        ApplicationRow.TABLE.write(dsl, trip, rows.applications);
        ValueRow.PENDING.write(dsl, trip, rows.pending);
        writeStates(rows, rows.lastRegister());
        var days = rows.daily();
        DailyRow.TABLE.insert(trip, days, DailyRow.RAISE);
        DailyRow.MONTHS.insert(trip, DailyRow.byMonth(days), DailyRow.RAISE_MONTHS);
        BalanceRow.TABLE.insert(trip, rows.balances(), BalanceRow.RAISE);
        PoolRow.TABLE.insert(trip, rows.pools(), PoolRow.RAISE);
        writeCosts(rows);
    }

    private void writeRegisters(List<PostingRows.Register> registers) {
        var columns = new ArrayList<Object>(List.of(
                ArrayText.ofNumbers(registers, PostingRows.Register::no),
                ArrayText.ofTexts(registers, register -> register.stamp().user()),
                ArrayText.ofTexts(registers, register -> register.stamp().source().code()),
                ArrayText.ofTexts(registers, register -> register.stamp().batch().code()),
                ArrayText.ofNumbers(registers, register -> register.stamp().run())));
        for (var ledger = 0; ledger < PostingRows.Register.LEDGERS; ledger++) {
            var at = ledger;
            columns.add(ArrayText.ofNumbers(registers, register -> register.ranges().get(at).first()));
            columns.add(ArrayText.ofNumbers(registers, register -> register.ranges().get(at).last()));
        }
        trip.update(REGISTERS, columns.toArray());
    }

    private void writeStates(PostingRows rows, long register) {
        if (!rows.entryStates.isEmpty()) {
            trip.update(EntryRow.StateOnly.UPDATE, EntryRow.StateOnly.COLUMNS.parameter(rows.entryStates));
        }
        if (!rows.valueStates.isEmpty()) {
            var states = ValueRow.StateOnly.COLUMNS.parameter(rows.valueStates);
            trip.update(ValueRow.StateOnly.REMEMBER, register, states);
            trip.update(PoolRow.MOVE, states);
            trip.update(ValueRow.StateOnly.UPDATE, states);
        }
        if (!rows.removed.isEmpty()) {
            trip.update(ApplicationRow.REMOVE, register, ApplicationRow.KEY.parameter(rows.removed));
        }
    }

    private void writeCosts(PostingRows rows) {
        if (!rows.costs.isEmpty()) {
            trip.update(ITEM_COSTS, COSTS.parameter(rows.costs));
        }
        if (!rows.unitCosts.isEmpty()) {
            trip.update(UNIT_COSTS, COSTS.parameter(rows.unitCosts));
        }
        POINTS.insert(trip, rows.pointsAdded, "ON CONFLICT DO NOTHING");
        if (!rows.pointsCleared.isEmpty()) {
            trip.update(CLEAR_POINTS, POINTS.parameter(rows.pointsCleared));
        }
        var touched = Stream.concat(rows.pointsAdded.stream(), rows.pointsCleared.stream())
                .map(point -> point.place().item())
                .distinct()
                .toList();
        if (!touched.isEmpty()) {
            trip.update(COST_IS_ADJUSTED, ArrayText.ofNumbers(touched));
        }
    }
}
