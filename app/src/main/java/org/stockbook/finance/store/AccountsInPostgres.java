package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.GL_ENTRY;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.finance.Accounts;

/** The chart of accounts. */
@Component
class AccountsInPostgres implements Accounts {
    private final DSLContext database;

    AccountsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Set<String> withEntries(Collection<String> numbers) {
        return database.select(GL_ACCOUNT.NO)
                .from(GL_ACCOUNT)
                .where(GL_ACCOUNT.NO.in(numbers))
                .and(DSL.exists(DSL.selectOne().from(GL_ENTRY).where(GL_ENTRY.GL_ACCOUNT_ID.eq(GL_ACCOUNT.ID))))
                .fetchSet(GL_ACCOUNT.NO);
    }

    @Override
    public Map<String, String> states(Collection<String> numbers) {
        return database.select(GL_ACCOUNT.NO, GL_ACCOUNT.ACCOUNT_TYPE, GL_ACCOUNT.BLOCKED)
                .from(GL_ACCOUNT)
                .where(GL_ACCOUNT.NO.in(numbers))
                .fetchMap(row -> row.value1(), row -> row.value3() ? "blocked" : row.value2().getLiteral().toLowerCase(Locale.ROOT));
    }
}
