package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.AccountMovements;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.jooq.enums.AccountType;
import org.stockbook.platform.database.jooq.enums.StatementType;

/** Reads daily movements, never the ledger itself. */
@Repository
class AccountMovementsInPostgres implements AccountMovements {
    private static final String SUMS = """
            SELECT a.no, coalesce(sum(m.debit_amount) FILTER (WHERE m.posting_date >= ?::date), 0),
                coalesce(sum(m.credit_amount) FILTER (WHERE m.posting_date >= ?::date), 0), sum(m.debit_amount - m.credit_amount)
            FROM gl_account_movement m JOIN gl_account a ON a.id = m.gl_account_id
            WHERE m.posting_date <= ?::date AND (?::boolean OR NOT m.closing_date OR m.posting_date < ?::date)
            GROUP BY a.no""";

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
        new RoundTrip()
                .query(SUMS, row -> sums.put(row.getString(1),
                        new Sums(Amount.of(row.getBigDecimal(2)), Amount.of(row.getBigDecimal(3)), Amount.of(row.getBigDecimal(4)))),
                        period.from(), period.from(), period.to(), period.withClosing(), period.to())
                .run(dsl);
        return sums;
    }
}
