package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.COST_RUN;
import static org.stockbook.platform.database.jooq.Tables.COST_RUN_ITEM;
import static org.stockbook.platform.database.jooq.Tables.COST_RUN_SKIPPED;
import static org.stockbook.platform.database.jooq.Tables.ITEM;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.jooq.enums.RunKind;
import org.stockbook.platform.database.jooq.enums.RunOrigin;
import org.stockbook.platform.database.jooq.enums.RunStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of runs. A run that goes on or waits is held by an advisory lock: when its program is killed the server lets go of the
 * lock, and everybody can see that the run was interrupted.
 */
@Component
final class RunLogInPostgres implements RunLog {
    private static final String INTERRUPTED = """
            UPDATE cost_run r SET status = 'INTERRUPTED', finished_at = now() WHERE status = 'RUNNING' AND NOT EXISTS (
                SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ? AND l.objid = r.id::int AND l.objsubid = 2
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))""";

    private static final String NEXT_NUMBER = "SELECT nextval(pg_get_serial_sequence('cost_run', 'id'))";

    private final DSLContext dsl;
    private final DataSource sessions;
    private final JsonMapper json;
    private final Map<String, HeldRuns> heldOfCompanies = new ConcurrentHashMap<>();

    RunLogInPostgres(DSLContext dsl, DataSource sessions, JsonMapper json) {
        this.dsl = dsl;
        this.sessions = sessions;
        this.json = json;
    }

    @Override
    public Held begin(Beginning beginning) {
        dsl.execute(INTERRUPTED, HeldRuns.LOCKS);
        var held = heldOfCompanies.computeIfAbsent(dsl.connectionResult(Connection::getCatalog), _ -> new HeldRuns());
        var run = dsl.fetchSingle(NEXT_NUMBER).get(0, Long.class);
        held.hold(run, sessions);
        try {
            insert(run, beginning);
        } catch (RuntimeException notLogged) {
            held.letGo(run);
            throw notLogged;
        }
        return new Holding(run, held);
    }

    /** Inserted once it is held: whoever sees it sees that it goes on, and no session waits for another. */
    private void insert(long run, Beginning beginning) {
        dsl.insertInto(COST_RUN)
                .set(COST_RUN.ID, run)
                .set(COST_RUN.KIND, RunKind.valueOf(beginning.kind().name()))
                .set(COST_RUN.ORIGIN, RunOrigin.valueOf(beginning.origin().name()))
                .set(COST_RUN.USER_ID, DSL.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(beginning.user())))
                .set(COST_RUN.ONLY_ITEMS, beginning.only().stream().map(ItemNo::code).sorted().toArray(String[]::new))
                .set(COST_RUN.ITEMS_TOTAL, beginning.items())
                .execute();
    }

    /** A run that is held until it is closed. */
    private record Holding(long number, HeldRuns held) implements Held {
        @Override
        public void close() {
            held.letGo(number);
        }
    }

    @Override
    public void log(long run, Collection<Done> items) {
        var rows = items.stream()
                .map(done -> dsl.insertInto(COST_RUN_ITEM)
                        .set(COST_RUN_ITEM.COST_RUN_ID, run)
                        .set(COST_RUN_ITEM.ITEM_ID, DSL.select(ITEM.ID).from(ITEM).where(ITEM.NO.eq(done.item().code())))
                        .set(COST_RUN_ITEM.ENTRIES_WRITTEN, done.entries())
                        .set(COST_RUN_ITEM.AMOUNT, done.amount().value())
                        .set(COST_RUN_ITEM.MILLISECONDS, (int) done.milliseconds())
                        .set(COST_RUN_ITEM.ERROR_CODE, done.error())
                        .set(COST_RUN_ITEM.ERROR_VALUES, values(done.values()))
                        .onConflict()
                        .doNothing())
                .toList();
        dsl.batch(rows).execute();
        var failed = (int) items.stream().filter(done -> !done.error().isEmpty()).count();
        dsl.update(COST_RUN)
                .set(COST_RUN.ITEMS_DONE, COST_RUN.ITEMS_DONE.plus(items.size()))
                .set(COST_RUN.ITEMS_FAILED, COST_RUN.ITEMS_FAILED.plus(failed))
                .set(COST_RUN.ENTRIES_WRITTEN, COST_RUN.ENTRIES_WRITTEN.plus(items.stream().mapToLong(Done::entries).sum()))
                .set(COST_RUN.AMOUNT, COST_RUN.AMOUNT.plus(items.stream().map(done -> done.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .where(COST_RUN.ID.eq(run))
                .execute();
    }

    private JSONB values(Map<String, String> values) {
        return JSONB.valueOf(json.writeValueAsString(values));
    }

    @Override
    public void posted(long run, Posted figures) {
        var rows = figures.skipped().stream()
                .map(skipped -> dsl.insertInto(COST_RUN_SKIPPED)
                        .set(COST_RUN_SKIPPED.COST_RUN_ID, run)
                        .set(COST_RUN_SKIPPED.ITEM_ID, DSL.select(ITEM.ID).from(ITEM).where(ITEM.NO.eq(skipped.item().code())))
                        .set(COST_RUN_SKIPPED.VALUE_ENTRY_NO, skipped.entry().value())
                        .set(COST_RUN_SKIPPED.AMOUNT, skipped.amount().value())
                        .set(COST_RUN_SKIPPED.REASON_CODE, skipped.code())
                        .set(COST_RUN_SKIPPED.REASON_VALUES, values(skipped.values())))
                .toList();
        dsl.batch(rows).execute();
        dsl.update(COST_RUN)
                .set(COST_RUN.ITEMS_DONE, COST_RUN.ITEMS_DONE.plus(figures.items()))
                .set(COST_RUN.ENTRIES_WRITTEN, COST_RUN.ENTRIES_WRITTEN.plus((long) figures.entries()))
                .set(COST_RUN.GL_LINES_WRITTEN, COST_RUN.GL_LINES_WRITTEN.plus((long) figures.lines()))
                .set(COST_RUN.ENTRIES_SKIPPED, COST_RUN.ENTRIES_SKIPPED.plus((long) figures.skipped().size()))
                .set(COST_RUN.AMOUNT, COST_RUN.AMOUNT.plus(figures.debits()))
                .where(COST_RUN.ID.eq(run))
                .execute();
    }

    @Override
    public void reached(long run, int items) {
        dsl.update(COST_RUN).set(COST_RUN.ITEMS_DONE, items).where(COST_RUN.ID.eq(run)).execute();
    }

    @Override
    public void end(long run, End end) {
        dsl.update(COST_RUN)
                .set(COST_RUN.STATUS, RunStatus.valueOf(end.name()))
                .set(COST_RUN.FINISHED_AT, DSL.currentOffsetDateTime())
                .where(COST_RUN.ID.eq(run))
                .execute();
    }

    @Override
    public boolean isCancelled(long run) {
        return dsl.fetchExists(COST_RUN, COST_RUN.ID.eq(run).and(COST_RUN.CANCEL_REQUESTED));
    }
}
