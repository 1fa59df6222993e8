package org.stockbook.finance.store;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.LedgerSums;
import org.stockbook.finance.WrongSum;
import org.stockbook.platform.database.KeptSum;
import org.stockbook.platform.database.KeptSum.Figure;
import org.stockbook.platform.database.RoundTrip;

/** The movements of each account and day. */
@Repository
class GeneralLedgerSumsInPostgres implements LedgerSums {
    private static final KeptSum MOVEMENTS = new KeptSum(
            "gl_account_movement",
            "gl_account_id, posting_date, closing_date, dimension_set_id",
            List.of(new Figure("debit_amount", "CASE WHEN (amount > 0) <> turnover_reversed THEN amount ELSE 0.00 END"),
                    new Figure("credit_amount", "CASE WHEN (amount > 0) <> turnover_reversed THEN 0.00 ELSE -amount END"),
                    new Figure("entry_count", "1")),
            "gl_entry");

    private final DSLContext dsl;

    GeneralLedgerSumsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<WrongSum> check() {
        var wrong = new ArrayList<WrongSum>();
        new RoundTrip()
                .query(MOVEMENTS.differences(), row ->
                        wrong.add(new WrongSum(row.getString(1), row.getString(2), row.getString(3), row.getString(4))))
                .run(dsl);
        return wrong;
    }

    @Override
    @Transactional
    public void rebuild() {
        var trip = new RoundTrip();
        MOVEMENTS.rebuild(trip);
        trip.run(dsl);
    }
}
