package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.COST_RUN;
import static org.stockbook.platform.database.jooq.Tables.COST_RUN_ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.UNADJUSTED_COST_POINT;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.CostWork;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.jooq.enums.RunKind;
import org.stockbook.platform.database.jooq.enums.RunStatus;

/** The marks that cost adjustment works off, and the tables of its runs. */
@Component
final class CostWorkInPostgres implements CostWork {
    private final DSLContext dsl;

    CostWorkInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<ItemNo> unadjusted(Set<ItemNo> only) {
        var wanted = only.isEmpty() ? DSL.noCondition() : ITEM.NO.in(numbers(only));
        return dsl.select(ITEM.NO)
                .from(ITEM)
                .where(wanted)
                .and(DSL.exists(DSL.selectOne()
                        .from(UNADJUSTED_COST_POINT)
                        .where(UNADJUSTED_COST_POINT.ITEM_ID.eq(ITEM.ID))))
                .orderBy(ITEM.ID)
                .fetch(row -> new ItemNo(row.value1()));
    }

    @Override
    public List<ItemNo> items() {
        return dsl.select(ITEM.NO).from(ITEM).orderBy(ITEM.ID).fetch(row -> new ItemNo(row.value1()));
    }

    @Override
    public void putOff(Collection<ItemNo> items) {
        allowOnlineAdjustment(items, false);
    }

    @Override
    public void takeUp(Collection<ItemNo> items) {
        allowOnlineAdjustment(items, true);
    }

    private void allowOnlineAdjustment(Collection<ItemNo> items, boolean allowed) {
        dsl.update(ITEM_COST)
                .set(ITEM_COST.ALLOW_ONLINE_ADJUSTMENT, allowed)
                .where(ITEM_COST.ITEM_ID.in(DSL.select(ITEM.ID).from(ITEM).where(ITEM.NO.in(numbers(items)))))
                .and(ITEM_COST.ALLOW_ONLINE_ADJUSTMENT.ne(allowed))
                .execute();
    }

    @Override
    public long begin(Kind kind, String user, int items) {
        var run = dsl.insertInto(COST_RUN)
                .set(COST_RUN.KIND, RunKind.valueOf(kind.name()))
                .set(COST_RUN.USER_ID, DSL.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(user)))
                .set(COST_RUN.ITEMS_TOTAL, items)
                .returning(COST_RUN.ID)
                .fetchSingle();
        return run.getId();
    }

    @Override
    public void log(long run, Collection<Done> items) {
        var rows = items.stream()
                .map(done -> dsl.insertInto(COST_RUN_ITEM)
                        .set(COST_RUN_ITEM.COST_RUN_ID, run)
                        .set(COST_RUN_ITEM.ITEM_ID, DSL.select(ITEM.ID).from(ITEM).where(ITEM.NO.eq(done.item().code())))
                        .set(COST_RUN_ITEM.ENTRIES_WRITTEN, done.entries())
                        .set(COST_RUN_ITEM.MILLISECONDS, (int) done.milliseconds())
                        .set(COST_RUN_ITEM.ERROR_CODE, done.error())
                        .onConflict()
                        .doNothing())
                .toList();
        dsl.batch(rows).execute();
        dsl.update(COST_RUN)
                .set(COST_RUN.ITEMS_DONE, COST_RUN.ITEMS_DONE.plus(items.size()))
                .where(COST_RUN.ID.eq(run))
                .execute();
    }

    @Override
    public void end(long run, boolean complete) {
        dsl.update(COST_RUN)
                .set(COST_RUN.STATUS, complete ? RunStatus.FINISHED : RunStatus.CANCELLED)
                .set(COST_RUN.FINISHED_AT, DSL.currentOffsetDateTime())
                .where(COST_RUN.ID.eq(run))
                .execute();
    }

    @Override
    public boolean isCancelled(long run) {
        return dsl.fetchExists(COST_RUN, COST_RUN.ID.eq(run).and(COST_RUN.CANCEL_REQUESTED));
    }

    private static List<String> numbers(Collection<ItemNo> items) {
        return items.stream().map(ItemNo::code).toList();
    }
}
