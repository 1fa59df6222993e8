package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_SET_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT_MOVEMENT;
import static org.stockbook.platform.database.jooq.Tables.GL_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.GL_REGISTER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stockbook.platform.rows.TotalFilters;

/** What moved on each account as total filters have it: from the daily sums, which are kept by dimensions too; as known earlier from the entries themselves. */
final class MovementsCounted {
    static final Field<Long> ACCOUNT_ID = DSL.field(DSL.name("counted", "gl_account_id"), Long.class);
    static final Field<BigDecimal> BALANCE = DSL.field(DSL.name("counted", "balance"), BigDecimal.class);
    static final Field<BigDecimal> NET_CHANGE = DSL.field(DSL.name("counted", "net_change"), BigDecimal.class);

    private static final String MOVED = "moved";
    private static final Field<LocalDate> DATE = DSL.field(DSL.name(MOVED, "posting_date"), LocalDate.class);

    private MovementsCounted() {}

    /** One row for each account on which something moved; debits above zero. */
    static Table<?> of(TotalFilters filters) {
        var account = DSL.field(DSL.name(MOVED, "gl_account_id"), Long.class);
        var amount = DSL.field("{0} - {1}", BigDecimal.class, DSL.field(DSL.name(MOVED, "debit_amount")), DSL.field(DSL.name(MOVED, "credit_amount")));
        var before = filters.from().map(DATE::lt).orElseGet(DSL::falseCondition);
        return DSL.select(account, DSL.sum(amount).as("balance"), DSL.sum(DSL.when(before, BigDecimal.ZERO).otherwise(amount)).as("net_change"))
                .from(moved(filters)).where(filters.to().map(DATE::le).orElseGet(DSL::noCondition)).groupBy(account).asTable("counted");
    }

    /** Account, date, debit, credit and whether the entry closes a year; of entries with the dimensions asked for, known at the moment asked for. */
    static Table<?> moved(TotalFilters filters) {
        var sums = GL_ACCOUNT_MOVEMENT;
        var entry = GL_ENTRY;
        return filters.knownAt().<Table<?>>map(moment -> DSL.select(entry.GL_ACCOUNT_ID, entry.POSTING_DATE, entry.CLOSING_DATE,
                        DSL.greatest(entry.AMOUNT, DSL.inline(BigDecimal.ZERO)).as("debit_amount"), DSL.greatest(entry.AMOUNT.neg(), DSL.inline(BigDecimal.ZERO)).as("credit_amount"))
                .from(entry).join(GL_REGISTER).on(GL_REGISTER.NO.eq(entry.GL_REGISTER_NO))
                .where(GL_REGISTER.CREATED_AT.le(moment.atOffset(ZoneOffset.UTC))).and(analysed(entry.DIMENSION_SET_ID, filters.dimensions())).asTable(MOVED))
                .orElseGet(() -> DSL.select(sums.GL_ACCOUNT_ID, sums.POSTING_DATE, sums.CLOSING_DATE, sums.DEBIT_AMOUNT, sums.CREDIT_AMOUNT)
                        .from(sums).where(analysed(sums.DIMENSION_SET_ID, filters.dimensions())).asTable(MOVED));
    }

    /** A set must have one of the values of each dimension; a blank among them stands for none. */
    private static Condition analysed(Field<Long> set, Map<String, Set<String>> dimensions) {
        return DSL.and(dimensions.entrySet().stream().map(wanted -> {
            var holders = DSL.select(DIMENSION_SET_ENTRY.DIMENSION_SET_ID).from(DIMENSION_SET_ENTRY).join(DIMENSION).on(DIMENSION.ID.eq(DIMENSION_SET_ENTRY.DIMENSION_ID))
                    .join(DIMENSION_VALUE).on(DIMENSION_VALUE.ID.eq(DIMENSION_SET_ENTRY.DIMENSION_VALUE_ID)).where(DIMENSION.CODE.eq(wanted.getKey()));
            var having = set.in(holders.and(DIMENSION_VALUE.CODE.in(wanted.getValue())));
            return wanted.getValue().contains("") ? having.or(set.notIn(holdersOf(wanted.getKey()))) : having;
        }).toList());
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> holdersOf(String dimension) {
        return DSL.select(DIMENSION_SET_ENTRY.DIMENSION_SET_ID).from(DIMENSION_SET_ENTRY).join(DIMENSION).on(DIMENSION.ID.eq(DIMENSION_SET_ENTRY.DIMENSION_ID))
                .where(DIMENSION.CODE.eq(dimension));
    }
}
