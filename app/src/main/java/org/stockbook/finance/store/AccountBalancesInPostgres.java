package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT_MOVEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.finance.AccountBalances;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;

/** Sums the movements of accounts. */
@Component
final class AccountBalancesInPostgres implements AccountBalances {
    private final DSLContext dsl;

    AccountBalancesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Map<AccountNo, Amount> asOf(LocalDate date) {
        var balances = new HashMap<AccountNo, Amount>();
        var balance = DSL.coalesce(
                DSL.sum(GL_ACCOUNT_MOVEMENT.DEBIT_AMOUNT.minus(GL_ACCOUNT_MOVEMENT.CREDIT_AMOUNT)), BigDecimal.ZERO);
        dsl.select(GL_ACCOUNT.NO, balance)
                .from(GL_ACCOUNT_MOVEMENT)
                .join(GL_ACCOUNT)
                .on(GL_ACCOUNT.ID.eq(GL_ACCOUNT_MOVEMENT.GL_ACCOUNT_ID))
                .where(GL_ACCOUNT_MOVEMENT.POSTING_DATE.le(date))
                .groupBy(GL_ACCOUNT.NO)
                .forEach(row -> balances.put(new AccountNo(row.value1()), Amount.of(row.value2())));
        return balances;
    }
}
