package org.stockbook.finance.store;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.InvoiceEntries;
import org.stockbook.finance.InvoiceLedgers;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking.VatLine;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** VAT, vendor and customer entries; written together with what else is written. */
@Repository
class InvoiceLedgersInPostgres implements InvoiceLedgers {
    private static final String VAT_ENTRY = """
            INSERT INTO vat_entry (entry_no, transaction_no, gl_register_no, general_posting_type, posting_date, vat_date, document_date,
                document_type, document_no, external_document_no, base_amount, vat_amount, vat_percentage, calculation_type,
                vat_business_group_id, vat_product_group_id, partner_type, partner_id)
            SELECT nextval('vat_entry_no'), (SELECT transaction_no FROM gl_entry WHERE entry_no = ?), ?, ?::general_posting_type,
                ?::date, ?::date, ?::date, ?::document_type, ?, ?, ?::numeric, ?::numeric, ?::numeric, ?::vat_calculation_type,
                (SELECT id FROM vat_business_group WHERE code = ?), (SELECT id FROM vat_product_group WHERE code = ?),
                ?::partner_type, (SELECT id FROM %s WHERE no = ?)""";

    private static final String PARTNER_ENTRY = """
            WITH entry AS (
                INSERT INTO %1$s_ledger_entry (transaction_no, gl_register_no, %1$s_id, %1$s_posting_group_id, posting_date, document_date,
                    due_date, document_type, document_no, external_document_no, description, amount, currency_id, currency_amount,
                    dimension_set_id, source_code)
                SELECT (SELECT transaction_no FROM gl_entry WHERE entry_no = ?), ?, (SELECT id FROM %1$s WHERE no = ?),
                    (SELECT id FROM %1$s_posting_group WHERE code = ?), ?::date, ?::date, ?::date, ?::document_type, ?, ?, ?, ?::numeric,
                    (SELECT id FROM currency WHERE code = ?), ?::numeric, ?, ?
                RETURNING *)
            INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
            SELECT entry_no, 'INITIAL', transaction_no, posting_date, amount, currency_amount FROM entry""";

    private static final String APPLIED = """
            SELECT count(*) FROM %1$s_ledger_entry e JOIN %1$s_ledger_entry_detail d ON d.%1$s_ledger_entry_no = e.entry_no
            WHERE e.document_type = ?::document_type AND e.document_no = ? AND d.detail_type <> 'INITIAL'""";

    private static final String CLOSE = """
            WITH pair AS (
                SELECT e.entry_no, memo.transaction_no, memo.posting_date, sum(d.amount) AS amount, sum(d.currency_amount) AS currency_amount
                FROM %1$s_ledger_entry memo, %1$s_ledger_entry e JOIN %1$s_ledger_entry_detail d ON d.%1$s_ledger_entry_no = e.entry_no
                WHERE memo.document_type = ?::document_type AND memo.document_no = ?
                    AND (e.entry_no = memo.entry_no OR (e.document_type = ?::document_type AND e.document_no = ?))
                GROUP BY e.entry_no, memo.transaction_no, memo.posting_date),
            applied AS (
                INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
                SELECT entry_no, 'APPLICATION', transaction_no, posting_date, -amount, -currency_amount FROM pair)
            UPDATE %1$s_ledger_entry SET is_open = false WHERE entry_no IN (SELECT entry_no FROM pair)""";

    private final DSLContext dsl;
    private final SetupRevision.Kept<InvoiceSetups> accounts;

    InvoiceLedgersInPostgres(DSLContext dsl, SetupRevision revision) {
        this.dsl = dsl;
        this.accounts = revision.keep(() -> InvoiceSetups.read(dsl));
    }

    @Override
    public InvoiceAccounts accounts(SetupVersion setups) {
        return accounts.get(setups);
    }

    @Override
    public void append(InvoiceEntries entries, RoundTrip trip) {
        if (entries.written().register() == 0) {
            return;
        }
        entries.booking().vat().forEach(line -> addVat(trip, entries, line));
        addPartner(trip, entries);
    }

    private static void addVat(RoundTrip trip, InvoiceEntries entries, VatLine line) {
        var origin = entries.origin();
        var dates = entries.dates();
        var table = table(entries.booking().partner().side());
        trip.update(
                VAT_ENTRY.formatted(table), entries.written().entries().getFirst(), entries.written().register(),
                entries.booking().partner().side() == TradeSide.PURCHASE ? "PURCHASE" : "SALE", dates.posting(), dates.vat(),
                dates.document(), origin.documentType().name(), origin.document().code(), origin.externalDocument(), line.base().value(),
                line.amount().value(), line.rate().value(), line.calculation().name(), line.business().code(), line.product().code(),
                origin.partnerType().name(), entries.booking().partner().partner().code());
    }

    private static void addPartner(RoundTrip trip, InvoiceEntries entries) {
        var origin = entries.origin();
        var dates = entries.dates();
        var partner = entries.booking().partner();
        trip.update(
                PARTNER_ENTRY.formatted(table(partner.side())), entries.written().entries().getFirst(), entries.written().register(),
                partner.partner().code(), partner.group().code(), dates.posting(), dates.document(), dates.due(),
                origin.documentType().name(), origin.document().code(), origin.externalDocument(), origin.description(),
                partner.amount().value(), entries.currency().code(), partner.money().value(), origin.dimensions().value(),
                origin.source().code());
    }

    @Override
    public boolean isApplied(TradeSide side, DocumentNo invoice) {
        var type = side.name() + "_INVOICE";
        return dsl.fetchSingle(APPLIED.formatted(table(side)), type, invoice.code()).get(0, Integer.class) > 0;
    }

    @Override
    public void close(TradeSide side, DocumentNo invoice, DocumentNo creditMemo) {
        new RoundTrip()
                .update(CLOSE.formatted(table(side)), side.name() + "_CREDIT_MEMO", creditMemo.code(), side.name() + "_INVOICE", invoice.code())
                .run(dsl);
    }

    private static String table(TradeSide side) {
        return switch (side) {
            case PURCHASE -> "vendor";
            case SALES -> "customer";
        };
    }
}
