package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.stockbook.finance.AccountingPeriod;
import org.stockbook.finance.AccountingPeriods;

/** The accounting calendar as a table. */
@Component
final class AccountingPeriodsInPostgres implements AccountingPeriods {
    private final DSLContext dsl;

    AccountingPeriodsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<AccountingPeriod> all() {
        return dsl.selectFrom(ACCOUNTING_PERIOD)
                .orderBy(ACCOUNTING_PERIOD.STARTING_DATE)
                .fetch(row -> new AccountingPeriod(row.getStartingDate(), row.getNewFiscalYear(), row.getClosed()));
    }
}
