package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;

import java.time.LocalDate;
import java.time.YearMonth;
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

    @Override
    public void add(List<AccountingPeriod> fresh) {
        dsl.batchInsert(fresh.stream().map(period -> {
            var row = dsl.newRecord(ACCOUNTING_PERIOD);
            row.setStartingDate(period.start());
            row.setName(YearMonth.from(period.start()).toString());
            row.setNewFiscalYear(period.newFiscalYear());
            return row;
        }).toList()).execute();
    }

    @Override
    public void close(LocalDate from, LocalDate until) {
        dsl.update(ACCOUNTING_PERIOD)
                .set(ACCOUNTING_PERIOD.CLOSED, true)
                .set(ACCOUNTING_PERIOD.DATE_LOCKED, true)
                .where(ACCOUNTING_PERIOD.STARTING_DATE.ge(from)).and(ACCOUNTING_PERIOD.STARTING_DATE.lt(until))
                .execute();
    }
}
