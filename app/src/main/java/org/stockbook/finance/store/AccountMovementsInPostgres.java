package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.AccountMovements;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.jooq.enums.AccountType;
import org.stockbook.platform.database.jooq.enums.StatementType;
import org.stockbook.platform.rows.TotalFilters;

/** Reads daily movements, never the ledger itself. */
@Repository
class AccountMovementsInPostgres implements AccountMovements {
    private final DSLContext dsl;

    AccountMovementsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<Account> chart() {
        return dsl.selectFrom(GL_ACCOUNT).orderBy(GL_ACCOUNT.NO).fetch(row -> new Account(
                row.getNo(), row.getName(), row.getAccountType().getLiteral(), row.getAccountType() == AccountType.POSTING,
                row.getStatementType() == StatementType.INCOME_STATEMENT, row.getIndentation(), row.getTotaling()));
    }

    @Override
    public Map<String, Sums> in(Period period) {
        var sums = new HashMap<String, Sums>();
        var date = DSL.field(DSL.name("moved", "posting_date"), LocalDate.class);
        var closing = DSL.field(DSL.name("moved", "closing_date"), Boolean.class);
        var debit = DSL.field(DSL.name("moved", "debit_amount"), BigDecimal.class);
        var credit = DSL.field(DSL.name("moved", "credit_amount"), BigDecimal.class);
        var within = date.ge(period.from());
        var filters = new TotalFilters(Optional.empty(), Optional.empty(), period.knownAt(), Set.of(), Set.of(), period.dimensions());
        dsl.select(GL_ACCOUNT.NO, DSL.sum(DSL.when(within, debit).otherwise(BigDecimal.ZERO)), DSL.sum(DSL.when(within, credit).otherwise(BigDecimal.ZERO)), DSL.sum(debit.minus(credit)))
                .from(MovementsCounted.moved(filters)).join(GL_ACCOUNT).on(GL_ACCOUNT.ID.eq(DSL.field(DSL.name("moved", "gl_account_id"), Long.class)))
                .where(date.le(period.to())).and(period.withClosing() ? DSL.noCondition() : DSL.condition(closing).not().or(date.lt(period.to())))
                .groupBy(GL_ACCOUNT.NO).forEach(row -> sums.put(row.value1(), new Sums(Amount.of(row.value2()), Amount.of(row.value3()), Amount.of(row.value4()))));
        return sums;
    }
}
