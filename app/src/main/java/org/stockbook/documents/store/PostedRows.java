package org.stockbook.documents.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.stockbook.documents.PostedRecord;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.documents.posting.PostedHandling;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** Writes posted documents: header, lines, and which entries and receipts they belong to. */
final class PostedRows {
    private static final String HEADER = """
            INSERT INTO posted_document (document_type, no, document_kind, document_no, vendor_id, billing_vendor_id, customer_id,
                billing_customer_id, partner_posting_group, general_business_group_id, vat_business_group_id, posting_date, document_date,
                vat_date, due_date, currency_id, rate_currency_units, rate_local_units, prices_include_vat, external_document_no,
                reason_code, location_id, to_location_id, in_transit_location_id, transfer_route, cancels_posted_document_id,
                dimension_set_id, item_register_no, gl_register_no, posted_by,
                """ + ParticularRows.NAMES + """
            ) SELECT ?::document_type, ?, kind, no, vendor_id, billing_vendor_id, customer_id,
                billing_customer_id, partner_posting_group, general_business_group_id, vat_business_group_id, posting_date, document_date,
                vat_date, due_date, currency_id, rate_currency_units, rate_local_units, prices_include_vat, external_document_no,
                reason_code, location_id, to_location_id, in_transit_location_id, transfer_route,
                CASE WHEN ? THEN cancels_posted_document_id END, dimension_set_id, nullif(?, 0::bigint), nullif(?, 0::bigint), ?,
                """ + ParticularRows.NAMES + " FROM document_header WHERE id = ? RETURNING id";

    private static final String ENTRY = """
            INSERT INTO posted_document_line_entry (posted_document_line_id, item_id, item_ledger_entry_no)
            SELECT l.id, l.item_id, ? FROM posted_document_line l WHERE l.posted_document_id = ? AND l.line_no = ?
            ON CONFLICT DO NOTHING""";

    private static final String PART = """
            INSERT INTO posted_line_invoiced (invoice_line_id, handled_line_id, quantity)
            SELECT i.id, l.id, ? FROM posted_document_line i, posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            WHERE i.posted_document_id = ? AND i.line_no = ? AND d.document_type = ?::document_type AND d.no = ? AND l.line_no = ?""";

    private static final String INVOICED = """
            UPDATE posted_document_line l SET quantity_invoiced = quantity_invoiced + ? FROM posted_document d
            WHERE d.id = l.posted_document_id AND d.document_type = ?::document_type AND d.no = ? AND l.line_no = ?""";

    private static final String ORDER_INVOICED = """
            UPDATE document_line l SET quantity_invoiced = l.quantity_invoiced + ?,
                quantity_to_invoice = l.quantity_handled + l.quantity_to_handle - l.quantity_invoiced - ?
            FROM document_header h WHERE h.id = l.document_header_id AND h.no = ? AND h.kind = ?::document_kind AND l.line_no = ?""";

    private static final Map<DocumentType, String> KINDS = Map.of(
            DocumentType.PURCHASE_RECEIPT, "PURCHASE_ORDER",
            DocumentType.PURCHASE_RETURN_SHIPMENT, "PURCHASE_RETURN_ORDER",
            DocumentType.SALES_SHIPMENT, "SALES_ORDER",
            DocumentType.SALES_RETURN_RECEIPT, "SALES_RETURN_ORDER");

    private final DSLContext dsl;
    private final PostedRecord posted;

    PostedRows(DSLContext dsl, PostedRecord posted) {
        this.dsl = dsl;
        this.posted = posted;
    }

    void write() {
        posted.plan().handling().ifPresent(this::writeHandling);
        posted.plan().invoice().ifPresent(this::writeInvoice);
        invoiceEarlier();
    }

    private long header(DocumentType type, DocumentNo no, boolean invoice) {
        return dsl.resultQuery(HEADER, type.name(), no.code(), invoice, posted.itemRegister(), invoice ? posted.ledgerRegister() : 0L,
                posted.user(), posted.before().id()).fetchSingle().get(0, Long.class);
    }

    private void writeHandling(PostedHandling handling) {
        var id = header(handling.type(), handling.no(), false);
        LineRows.insertPosted(dsl, id, handling.lines().stream()
                .map(line -> new LineRows.Posted(
                        line.no(), line.source(), line.quantity(), line.invoiced(), Money.ZERO, Money.ZERO,
                        line.source().progress().surplus().open(), Optional.empty()))
                .toList());
        var postings = new LinkedHashMap<LineNo, List<Integer>>();
        handling.lines().forEach(line -> postings.put(line.no(), line.postings()));
        writeEntries(id, postings);
    }

    private void writeInvoice(PostedInvoice invoice) {
        var id = header(invoice.type(), invoice.no(), true);
        LineRows.insertPosted(dsl, id, invoice.lines().stream()
                .map(line -> new LineRows.Posted(
                        line.no(), line.source(), line.amounts().map(LineAmounts::quantity).orElse(UnitQuantity.ZERO), UnitQuantity.ZERO,
                        line.amounts().map(LineAmounts::net).orElse(Money.ZERO), line.amounts().map(LineAmounts::vat).orElse(Money.ZERO),
                        UnitQuantity.ZERO, Optional.empty()))
                .toList());
        var postings = new LinkedHashMap<LineNo, List<Integer>>();
        invoice.lines().stream().filter(line -> line.source().subject().isItem()).forEach(line -> postings.put(line.no(), line.postings()));
        writeEntries(id, postings);
        var batch = dsl.batch(PART);
        var parts = 0;
        for (var line : invoice.lines()) {
            for (var part : line.parts()) {
                var key = part.handled();
                batch = batch.bind(part.quantity().value(), id, line.no().value(), key.type().name(), key.document().code(), key.line().value());
                parts++;
            }
        }
        if (parts > 0) {
            batch.execute();
        }
    }

    private void writeEntries(long document, Map<LineNo, List<Integer>> postings) {
        var batch = dsl.batch(ENTRY);
        var rows = 0;
        for (var line : postings.entrySet()) {
            for (var position : line.getValue()) {
                for (var entry : posted.entries().get(position).entries()) {
                    batch = batch.bind(entry.value(), document, line.getKey().value());
                    rows++;
                }
            }
        }
        if (rows > 0) {
            batch.execute();
        }
    }

    /** Receipts and shipments that this invoice has taken from, and the lines of other orders behind them. */
    private void invoiceEarlier() {
        var header = posted.before().document().header();
        for (var part : posted.plan().invoiced()) {
            var key = part.line().key();
            var quantity = part.quantity().value();
            dsl.execute(INVOICED, quantity, key.type().name(), key.document().code(), key.line().value());
            if (!part.line().order().equals(header.no()) || !header.kind().isPostedInParts()) {
                dsl.execute(ORDER_INVOICED, quantity, quantity, part.line().order().code(), kindOfOrder(key.type()), part.line().orderLine().value());
            }
        }
    }

    private static String kindOfOrder(DocumentType type) {
        return KINDS.getOrDefault(type, "");
    }

}
