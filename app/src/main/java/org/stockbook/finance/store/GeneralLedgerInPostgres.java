package org.stockbook.finance.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;

/** All entries of a posting come with one statement, which is what the trigger that checks their balance asks for. */
@Repository
class GeneralLedgerInPostgres implements GeneralLedger {
    private static final String REGISTERS = """
            INSERT INTO gl_register (no, user_id, source_code, journal_batch, item_register_no, cost_run_id, first_gl_entry_no, last_gl_entry_no)
            SELECT no, (SELECT id FROM app_user WHERE login = r.login), source, batch, nullif(item_register, 0), nullif(run, 0), first, last
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS r (no, login, source, batch, item_register, run, first, last)""";

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
        var posted = append(List.of(posting), Optional.empty(), trip);
        trip.run(dsl);
        return posted.getFirst();
    }

    @Override
    public void draw(RoundTrip trip, GeneralLedgerNumbers.Count count, Consumer<GeneralLedgerNumbers> drawn) {
        GeneralLedgerKeys.draw(trip, count, drawn);
    }

    @Override
    public List<GeneralLedgerPosted> append(List<GeneralLedgerPosting> postings, Optional<GeneralLedgerNumbers> ahead, RoundTrip trip) {
        var written = postings.stream().filter(posting -> !posting.lines().isEmpty()).toList();
        if (written.isEmpty()) {
            return postings.stream().map(_ -> GeneralLedgerPosted.NOTHING).toList();
        }
        var keys = GeneralLedgerKeys.of(dsl, charts, written, ahead);
        var numbering = new Numbering(keys);
        var posted = postings.stream().map(numbering::number).toList();
        write(trip, numbering.registers);
        var isPlain = numbering.rows.stream().allMatch(row -> row.line().terms().isPlain());
        (isPlain ? GeneralLedgerRow.PLAIN : GeneralLedgerRow.WHOLE).write(dsl, trip, numbering.rows);
        MovementRow.TABLE.insert(trip, movements(numbering.rows), "");
        return posted;
    }

    @Override
    public void foldMovements() {
        new RoundTrip().update(FOLD).run(dsl);
    }

    private static List<MovementRow> movements(List<GeneralLedgerRow> rows) {
        var movements = new LinkedHashMap<MovementRow.Key, MovementRow>();
        for (var row : rows) {
            var movement = MovementRow.of(row);
            movements.merge(movement.key(), movement, MovementRow::plus);
        }
        return List.copyOf(movements.values());
    }

    /** Gives numbers to postings, one after the other. */
    private static final class Numbering {
        private final GeneralLedgerKeys keys;
        private final List<Register> registers = new ArrayList<>();
        private final List<GeneralLedgerRow> rows = new ArrayList<>();
        private int postings;
        private int transactions;

        Numbering(GeneralLedgerKeys keys) {
            this.keys = keys;
        }

        GeneralLedgerPosted number(GeneralLedgerPosting posting) {
            if (posting.lines().isEmpty()) {
                return GeneralLedgerPosted.NOTHING;
            }
            var register = keys.registers().get(postings++);
            var first = rows.size();
            for (var transaction : posting.transactions()) {
                var number = keys.transactions().get(transactions++);
                transaction.forEach(line -> rows.add(row(line, number, register)));
            }
            var posted = new GeneralLedgerPosted(register, keys.entries().subList(first, rows.size()));
            registers.add(new Register(posting, posted));
            return posted;
        }

        private GeneralLedgerRow row(GeneralLedgerLine line, long transaction, long register) {
            return new GeneralLedgerRow(
                    new GeneralLedgerRow.Numbers(keys.entries().get(rows.size()), transaction, register),
                    new GeneralLedgerRow.Keys(
                            keys.account(line), keys.businessGroup(line), keys.productGroup(line), keys.partner(line), keys.trade(line),
                            keys.isOfClosedYear(line.postingDate())),
                    line);
        }
    }

    private record Register(GeneralLedgerPosting posting, GeneralLedgerPosted posted) {
        RegisterStamp stamp() {
            return posting.stamp();
        }
    }

    private static void write(RoundTrip trip, List<Register> registers) {
        trip.update(
                REGISTERS,
                ArrayText.ofNumbers(registers, register -> register.posted().register()),
                ArrayText.ofTexts(registers, register -> register.stamp().user()),
                ArrayText.ofTexts(registers, register -> register.stamp().source().code()),
                ArrayText.ofTexts(registers, register -> register.stamp().batch().code()),
                ArrayText.ofNumbers(registers, register -> register.posting().itemRegister()),
                ArrayText.ofNumbers(registers, register -> register.stamp().run()),
                ArrayText.ofNumbers(registers, register -> register.posted().entries().getFirst()),
                ArrayText.ofNumbers(registers, register -> register.posted().entries().getLast()));
    }
}
