package org.stockbook.generaljournal.store;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.generaljournal.Reversals;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Opposite rows made from the rows themselves, so that nothing of them can be forgotten. */
@Repository
class ReversalsInPostgres implements Reversals {
    private static final String HOLD = "SELECT entry_no FROM gl_entry WHERE transaction_no = ? ORDER BY entry_no FOR UPDATE";
    private static final String FACTS = """
            SELECT min(g.posting_date), bool_and(g.source_code IN ('GENJNL', 'CLSINCOME')),
                bool_or(g.reversed_by_entry_no IS NOT NULL OR g.reversal_of_entry_no IS NOT NULL),
                EXISTS (SELECT FROM vendor_ledger_entry e JOIN vendor_ledger_entry_detail d ON d.vendor_ledger_entry_no = e.entry_no
                    WHERE e.transaction_no = ? AND d.detail_type <> 'INITIAL')
                OR EXISTS (SELECT FROM customer_ledger_entry e JOIN customer_ledger_entry_detail d ON d.customer_ledger_entry_no = e.entry_no
                    WHERE e.transaction_no = ? AND d.detail_type <> 'INITIAL')
                OR EXISTS (SELECT FROM vat_entry WHERE transaction_no = ? AND closed),
                min(a.no) FILTER (WHERE a.blocked), array_agg(DISTINCT g.dimension_set_id)
            FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id WHERE g.transaction_no = ? HAVING count(*) > 0""";
    private static final String REGISTER = """
            INSERT INTO gl_register (no, user_id, source_code, first_gl_entry_no, last_gl_entry_no)
            VALUES (?, (SELECT id FROM app_user WHERE login = ?), ?, ?, ?)""";
    private static final String ENTRIES = """
            INSERT INTO gl_entry (entry_no, transaction_no, gl_register_no, gl_account_id, posting_date, closing_date, document_date, vat_date,
                document_type, document_no, external_document_no, description, amount, turnover_reversed, currency_id, currency_amount,
                general_posting_type, general_business_group_id, general_product_group_id, vat_business_group_id, vat_product_group_id, vat_amount,
                partner_type, partner_id, source_code, reason_code, dimension_set_id, journal_batch, system_created, prior_year, reversal_of_entry_no)
            SELECT pair.fresh, ?, ?, gl_account_id, posting_date, closing_date, document_date, vat_date, document_type, document_no, external_document_no,
                description, -amount, NOT turnover_reversed, currency_id, -currency_amount, general_posting_type, general_business_group_id,
                general_product_group_id, vat_business_group_id, vat_product_group_id, -vat_amount, partner_type, partner_id, ?, reason_code,
                dimension_set_id, journal_batch, true, prior_year, entry_no
            FROM gl_entry JOIN unnest(?::bigint[], ?::bigint[]) AS pair (old, fresh) ON pair.old = entry_no""";
    private static final String LINK = """
            UPDATE gl_entry SET reversed_by_entry_no = pair.fresh FROM unnest(?::bigint[], ?::bigint[]) AS pair (old, fresh) WHERE entry_no = pair.old""";
    private static final String MOVEMENTS = """
            INSERT INTO gl_account_movement (gl_account_id, posting_date, closing_date, dimension_set_id, debit_amount, credit_amount, entry_count)
            SELECT gl_account_id, posting_date, closing_date, dimension_set_id, sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
            FROM gl_entry WHERE transaction_no = ? GROUP BY gl_account_id, posting_date, closing_date, dimension_set_id""";
    private static final String VAT = """
            INSERT INTO vat_entry (entry_no, transaction_no, gl_register_no, general_posting_type, posting_date, vat_date, document_date, document_type,
                document_no, external_document_no, base_amount, vat_amount, vat_percentage, calculation_type, vat_business_group_id, vat_product_group_id,
                partner_type, partner_id, closed, reversal_of_entry_no)
            SELECT nextval('vat_entry_no'), ?, ?, general_posting_type, posting_date, vat_date, document_date, document_type, document_no,
                external_document_no, -base_amount, -vat_amount, vat_percentage, calculation_type, vat_business_group_id, vat_product_group_id,
                partner_type, partner_id, true, entry_no
            FROM vat_entry WHERE transaction_no = ?""";
    private static final String CLOSE_VAT = """
            UPDATE vat_entry SET closed = true, reversed_by_entry_no = back.entry_no FROM vat_entry back
            WHERE back.transaction_no = ? AND back.reversal_of_entry_no = vat_entry.entry_no""";
    private static final String PARTNER = """
            WITH fresh AS (
                INSERT INTO %1$s_ledger_entry (transaction_no, gl_register_no, %1$s_id, %1$s_posting_group_id, posting_date, document_date, due_date,
                    document_type, document_no, external_document_no, description, amount, currency_id, currency_amount, dimension_set_id, source_code, is_open)
                SELECT ?, ?, %1$s_id, %1$s_posting_group_id, posting_date, document_date, due_date, document_type, document_no, external_document_no,
                    description, -amount, currency_id, -currency_amount, dimension_set_id, ?, false
                FROM %1$s_ledger_entry WHERE transaction_no = ? RETURNING entry_no, transaction_no, posting_date, amount, currency_amount),
            concerned AS (
                SELECT * FROM fresh UNION ALL
                SELECT entry_no, ?::bigint, posting_date, amount, currency_amount FROM %1$s_ledger_entry WHERE transaction_no = ?),
            details AS (
                INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
                SELECT entry_no, 'INITIAL'::partner_entry_detail_type, transaction_no, posting_date, amount, currency_amount FROM fresh
                UNION ALL SELECT entry_no, 'APPLICATION', transaction_no, posting_date, -amount, -currency_amount FROM concerned)
            UPDATE %1$s_ledger_entry SET is_open = false WHERE transaction_no = ?""";

    private final DSLContext dsl;

    ReversalsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Facts> lock(long transaction) {
        var found = new ArrayList<Facts>();
        new RoundTrip()
                .update(HOLD, transaction)
                .query(FACTS, row -> found.add(new Facts(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4),
                        Optional.ofNullable(row.getString(5)), sets(row.getArray(6)))), transaction, transaction, transaction, transaction)
                .run(dsl);
        return found.stream().findFirst();
    }

    private static List<DimensionSetId> sets(Array sets) throws SQLException {
        return Arrays.stream((Long[]) sets.getArray()).map(DimensionSetId::new).toList();
    }

    @Override
    public long reverse(long transaction, RegisterStamp stamp) {
        var old = new ArrayList<Long>();
        var fresh = new ArrayList<Long>();
        var numbers = new ArrayList<Long>();
        new RoundTrip()
                .query("SELECT entry_no, nextval('gl_entry_no') FROM gl_entry WHERE transaction_no = ? ORDER BY entry_no", row -> {
                    old.add(row.getLong(1));
                    fresh.add(row.getLong(2));
                }, transaction)
                .query("SELECT nextval('gl_register_no'), nextval('gl_transaction_no')", row -> numbers.addAll(List.of(row.getLong(1), row.getLong(2))))
                .run(dsl);
        long register = numbers.getFirst();
        long opposite = numbers.getLast();
        var source = stamp.source().code();
        var pairs = new Object[] {ArrayText.ofNumbers(old), ArrayText.ofNumbers(fresh)};
        var trip = new RoundTrip()
                .update(REGISTER, register, stamp.user(), source, fresh.getFirst(), fresh.getLast())
                .update(ENTRIES, opposite, register, source, pairs[0], pairs[1])
                .update(LINK, pairs)
                .update(MOVEMENTS, opposite)
                .update(VAT, opposite, register, transaction)
                .update(CLOSE_VAT, opposite);
        for (var partner : List.of("vendor", "customer")) {
            trip.update(PARTNER.formatted(partner), opposite, register, source, transaction, opposite, transaction, transaction);
        }
        trip.run(dsl);
        return register;
    }
}
