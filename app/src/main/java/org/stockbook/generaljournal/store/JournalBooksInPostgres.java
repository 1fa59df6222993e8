package org.stockbook.generaljournal.store;

import static org.stockbook.platform.database.jooq.Tables.GENERAL_LEDGER_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.generaljournal.JournalBooks;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts;
import org.stockbook.kernel.generaljournal.GeneralJournalLine;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Master data behind the general journal. */
@Repository
class JournalBooksInPostgres implements JournalBooks {
    private static final String RATES = """
            SELECT DISTINCT ON (asked.code, asked.day) asked.code, asked.day, rate.exchange_rate_amount, rate.relational_exchange_rate_amount
            FROM unnest(?::text[], ?::date[]) AS asked (code, day)
            JOIN currency ON currency.code = asked.code
            JOIN currency_exchange_rate rate ON rate.currency_id = currency.id AND rate.starting_date <= asked.day
            ORDER BY asked.code, asked.day, rate.starting_date DESC""";

    private final DSLContext dsl;
    private final PostingSetupTables setups;

    JournalBooksInPostgres(DSLContext dsl, PostingSetupTables setups) {
        this.dsl = dsl;
        this.setups = setups;
    }

    @Override
    public Map<CurrencyDay, ExchangeRate> rates(Collection<CurrencyDay> days) {
        var rates = new HashMap<CurrencyDay, ExchangeRate>();
        if (!days.isEmpty()) {
            var dates = new ArrayText();
            days.forEach(day -> dates.add(day.day()));
            new RoundTrip()
                    .query(RATES, row -> rates.put(new CurrencyDay(new CurrencyCode(row.getString(1)), row.getObject(2, LocalDate.class)),
                            new ExchangeRate(row.getBigDecimal(3), row.getBigDecimal(4))), ArrayText.ofTexts(days.stream().map(day -> day.currency().code()).toList()), dates)
                    .run(dsl);
        }
        return rates;
    }

    @Override
    public GeneralJournalFacts facts(List<GeneralJournalLine> lines, String login, boolean lock) {
        return JournalFactsQuery.read(dsl, lines, setups.allowedDates(login), lock);
    }

    @Override
    public Map<AccountNo, String> names(Collection<AccountNo> accounts) {
        return dsl.select(GL_ACCOUNT.NO, GL_ACCOUNT.NAME).from(GL_ACCOUNT)
                .where(DSL.condition("no = ANY (?::text[])", ArrayText.ofTexts(accounts.stream().map(AccountNo::code).toList()).toString()))
                .fetchMap(row -> new AccountNo(row.value1()), row -> row.value2());
    }

    @Override
    public Optional<AccountNo> retainedEarnings() {
        return dsl.select(GL_ACCOUNT.NO).from(GENERAL_LEDGER_SETUP).join(GL_ACCOUNT).on(GL_ACCOUNT.ID.eq(GENERAL_LEDGER_SETUP.RETAINED_EARNINGS_ACCOUNT_ID))
                .fetchOptional(row -> new AccountNo(row.value1()));
    }
}
