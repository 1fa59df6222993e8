package org.stockbook.finance.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;

/** All entries of a posting come with one statement, which is what the trigger that checks their balance asks for. */
@Repository
class GeneralLedgerInPostgres implements GeneralLedger {
    private static final String REGISTER = """
            INSERT INTO gl_register (no, user_id, source_code, journal_batch, item_register_no, cost_run_id, first_gl_entry_no, last_gl_entry_no)
            VALUES (?, (SELECT id FROM app_user WHERE login = ?), ?, ?, nullif(?, 0), nullif(?, 0), ?, ?)""";

    /** Takes only what is committed; two of these at once take different rows. */
    private static final String FOLD = """
            WITH scattered AS (
                SELECT gl_account_id, posting_date, closing_date, dimension_set_id FROM gl_account_movement
                GROUP BY gl_account_id, posting_date, closing_date, dimension_set_id HAVING count(*) > 1),
            taken AS (
                DELETE FROM gl_account_movement m USING scattered s
                WHERE m.gl_account_id = s.gl_account_id AND m.posting_date = s.posting_date
                    AND m.closing_date = s.closing_date AND m.dimension_set_id = s.dimension_set_id
                RETURNING m.*)
            INSERT INTO gl_account_movement
                (gl_account_id, posting_date, closing_date, dimension_set_id, debit_amount, credit_amount, entry_count)
            SELECT gl_account_id, posting_date, closing_date, dimension_set_id, sum(debit_amount), sum(credit_amount), sum(entry_count)
            FROM taken GROUP BY gl_account_id, posting_date, closing_date, dimension_set_id""";

    private final DSLContext dsl;
    private final SetupRevision.Kept<ChartKeys> charts;

    GeneralLedgerInPostgres(DSLContext dsl, SetupRevision setups) {
        this.dsl = dsl;
        this.charts = setups.keep(() -> ChartKeys.read(dsl));
    }

    @Override
    public GeneralLedgerPosted append(GeneralLedgerPosting posting) {
        var trip = new RoundTrip();
        var posted = append(posting, Optional.empty(), trip);
        trip.run(dsl);
        return posted;
    }

    @Override
    public void draw(RoundTrip trip, int transactions, int entries, Consumer<GeneralLedgerNumbers> drawn) {
        GeneralLedgerKeys.draw(trip, transactions, entries, drawn);
    }

    @Override
    public GeneralLedgerPosted append(GeneralLedgerPosting posting, Optional<GeneralLedgerNumbers> ahead, RoundTrip trip) {
        if (posting.lines().isEmpty()) {
            return GeneralLedgerPosted.NOTHING;
        }
        var keys = GeneralLedgerKeys.of(dsl, charts, posting, ahead);
        var rows = rows(posting, keys);
        var stamp = posting.stamp();
        trip.update(REGISTER, keys.register(), stamp.user(), stamp.source().code(), stamp.batch().code(), posting.itemRegister(),
                stamp.run(), keys.entries().getFirst(), keys.entries().get(rows.size() - 1));
        var isPlain = posting.lines().stream().allMatch(line -> line.terms().isPlain());
        (isPlain ? GeneralLedgerRow.PLAIN : GeneralLedgerRow.WHOLE).write(dsl, trip, rows);
        MovementRow.TABLE.insert(trip, movements(rows), "");
        return new GeneralLedgerPosted(keys.register(), keys.entries().subList(0, rows.size()));
    }

    @Override
    public void foldMovements() {
        new RoundTrip().update(FOLD).run(dsl);
    }

    private static List<GeneralLedgerRow> rows(GeneralLedgerPosting posting, GeneralLedgerKeys keys) {
        var rows = new ArrayList<GeneralLedgerRow>();
        for (var transaction = 0; transaction < posting.transactions().size(); transaction++) {
            for (var line : posting.transactions().get(transaction)) {
                var numbers = new GeneralLedgerRow.Numbers(
                        keys.entries().get(rows.size()), keys.transactions().get(transaction), keys.register());
                var lineKeys = new GeneralLedgerRow.Keys(
                        keys.account(line), keys.businessGroup(line), keys.productGroup(line), keys.partner(line), keys.trade(line),
                        keys.isOfClosedYear(line.postingDate()));
                rows.add(new GeneralLedgerRow(numbers, lineKeys, line));
            }
        }
        return rows;
    }

    private static List<MovementRow> movements(List<GeneralLedgerRow> rows) {
        var movements = new LinkedHashMap<MovementRow.Key, MovementRow>();
        for (var row : rows) {
            var movement = MovementRow.of(row);
            movements.merge(movement.key(), movement, MovementRow::plus);
        }
        return List.copyOf(movements.values());
    }
}
