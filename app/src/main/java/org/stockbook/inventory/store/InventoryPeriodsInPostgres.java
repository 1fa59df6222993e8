package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.INVENTORY_PERIOD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.inventory.periods.InventoryPeriods;
import org.stockbook.kernel.code.ItemNo;

/** Inventory periods and the log of who closed and reopened them. */
@Repository
class InventoryPeriodsInPostgres implements InventoryPeriods {
    private static final String CHANGE = """
            WITH changed AS (UPDATE inventory_period SET closed = {0} WHERE closed <> {0} AND %s RETURNING ending_date)
            INSERT INTO inventory_period_event (ending_date, closed, user_id, last_item_register_no)
            SELECT c.ending_date, {0}, (SELECT id FROM app_user WHERE login = {2}), (SELECT coalesce(max(no), 0) FROM item_register)
            FROM changed c""";

    private final DSLContext dsl;

    InventoryPeriodsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<InventoryPeriod> all() {
        return dsl.selectFrom(INVENTORY_PERIOD)
                .orderBy(INVENTORY_PERIOD.ENDING_DATE)
                .fetch(row -> new InventoryPeriod(row.getEndingDate(), row.getName(), row.getClosed()));
    }

    /** Every posting locks rows of this table before it asks which periods are closed. */
    @Override
    public void holdPostings() {
        dsl.execute("LOCK TABLE item_cost IN EXCLUSIVE MODE");
    }

    @Override
    public void keep(LocalDate endingDate, String name) {
        dsl.insertInto(INVENTORY_PERIOD, INVENTORY_PERIOD.ENDING_DATE, INVENTORY_PERIOD.NAME)
                .values(endingDate, name)
                .onConflict(INVENTORY_PERIOD.ENDING_DATE)
                .doUpdate()
                .set(INVENTORY_PERIOD.NAME, name)
                .execute();
    }

    @Override
    public void delete(LocalDate endingDate) {
        dsl.deleteFrom(INVENTORY_PERIOD).where(INVENTORY_PERIOD.ENDING_DATE.eq(endingDate)).execute();
    }

    @Override
    public void closeUpTo(LocalDate endingDate, String user) {
        change(true, "ending_date <= {1}", endingDate, user);
    }

    @Override
    public void reopenFrom(LocalDate endingDate, String user) {
        change(false, "ending_date >= {1}", endingDate, user);
    }

    private void change(boolean closed, String which, LocalDate endingDate, String user) {
        dsl.execute(CHANGE.formatted(which), DSL.val(closed), DSL.val(endingDate), DSL.val(user));
    }

    @Override
    public List<Culprit> culprits(LocalDate endingDate, int most) {
        var culprits = new ArrayList<Culprit>();
        culprits.addAll(dsl.resultQuery("""
                        SELECT i.no, min(p.valuation_date), 0::bigint FROM unadjusted_cost_point p JOIN item i ON i.id = p.item_id
                        WHERE p.valuation_date <= ? GROUP BY i.no ORDER BY i.no LIMIT ?""", endingDate, most)
                .fetch(row -> new Culprit(Kind.COSTS_NOT_ADJUSTED, new ItemNo(row.get(0, String.class)), row.get(1, LocalDate.class), 0)));
        culprits.addAll(dsl.resultQuery("""
                        SELECT i.no, e.posting_date, e.entry_no FROM item_ledger_entry e JOIN item i ON i.id = e.item_id
                        WHERE e.is_open AND e.quantity < 0 AND e.posting_date <= ? ORDER BY i.no, e.entry_no LIMIT ?""", endingDate, most)
                .fetch(row -> new Culprit(
                        Kind.DECREASE_NOT_COVERED, new ItemNo(row.get(0, String.class)), row.get(1, LocalDate.class), row.get(2, Long.class))));
        return culprits;
    }
}
