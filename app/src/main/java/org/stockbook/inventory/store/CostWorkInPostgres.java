package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.COST_ADJUSTMENT_EXCLUSION;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.UNADJUSTED_COST_POINT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.CostWork;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.jooq.enums.CostingMethod;

/** The marks that cost adjustment works off. */
@Component
final class CostWorkInPostgres implements CostWork {
    private final DSLContext dsl;

    CostWorkInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<ItemNo> unadjusted(Set<ItemNo> only, LocalDate until) {
        var wanted = only.isEmpty() ? DSL.noCondition() : ITEM.NO.in(numbers(only));
        return dsl.select(ITEM.NO)
                .from(ITEM)
                .where(wanted)
                .and(DSL.exists(DSL.selectOne()
                        .from(UNADJUSTED_COST_POINT)
                        .where(UNADJUSTED_COST_POINT.ITEM_ID.eq(ITEM.ID))
                        .and(isDue(until))))
                .and(ITEM.ID.notIn(DSL.select(COST_ADJUSTMENT_EXCLUSION.ITEM_ID).from(COST_ADJUSTMENT_EXCLUSION)))
                .orderBy(ITEM.ID)
                .fetch(row -> new ItemNo(row.value1()));
    }

    private static Condition isDue(LocalDate until) {
        return until.equals(LocalDate.MAX)
                ? DSL.noCondition()
                : ITEM.COSTING_METHOD.ne(CostingMethod.AVERAGE).or(UNADJUSTED_COST_POINT.VALUATION_DATE.le(until));
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
                .and(ITEM_COST.ITEM_ID.notIn(DSL.select(COST_ADJUSTMENT_EXCLUSION.ITEM_ID).from(COST_ADJUSTMENT_EXCLUSION)))
                .execute();
    }

    private static List<String> numbers(Collection<ItemNo> items) {
        return items.stream().map(ItemNo::code).toList();
    }
}
