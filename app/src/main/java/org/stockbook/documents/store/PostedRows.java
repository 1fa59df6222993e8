package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stockbook.documents.PostedRecord;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.documents.posting.PostedHandling;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

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
                """ + ParticularRows.NAMES + " FROM document_header WHERE id = ?";

    /** What was agreed on a line is taken from the document, where it still stands as it was posted. */
    private static final String LINES = "INSERT INTO posted_document_line (posted_document_id, line_no, order_line_no, posted_quantity, quantity_invoiced,"
            + " net_amount, vat_amount, over_receipt_quantity, ordered_item_no, ordered_variant_code, " + LineRows.NAMES
            + ") SELECT d.id, l.line_no, l.line_no, r.quantity, r.invoiced, r.net, r.vat, r.surplus, coalesce(oi.no, ''), coalesce(ov.code, ''), "
            + LineRows.NAMES.replaceAll("(\\w+)", "l.$1") + """
             FROM unnest(?::integer[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[]) AS r (line_no, quantity, invoiced, net, vat, surplus)
            JOIN document_line l ON l.document_header_id = ? AND l.line_no = r.line_no
            LEFT JOIN item oi ON oi.id = l.ordered_item_id LEFT JOIN item_variant ov ON ov.id = l.ordered_variant_id
            CROSS JOIN posted_document d WHERE d.document_type = ?::document_type AND d.no = ? ORDER BY l.line_no""";

    private static final String ENTRIES = """
            INSERT INTO posted_document_line_entry (posted_document_line_id, item_id, item_ledger_entry_no)
            SELECT l.id, l.item_id, r.entry_no FROM unnest(?::integer[], ?::bigint[]) AS r (line_no, entry_no)
            CROSS JOIN posted_document d JOIN posted_document_line l ON l.posted_document_id = d.id AND l.line_no = r.line_no
            WHERE d.document_type = ?::document_type AND d.no = ? ON CONFLICT DO NOTHING""";

    private static final String PARTS = """
            INSERT INTO posted_line_invoiced (invoice_line_id, handled_line_id, quantity)
            SELECT i.id, l.id, r.quantity
            FROM unnest(?::integer[], ?::text[], ?::text[], ?::integer[], ?::numeric[]) AS r (line_no, handled_type, handled_no, handled_line, quantity)
            CROSS JOIN posted_document invoice JOIN posted_document_line i ON i.posted_document_id = invoice.id AND i.line_no = r.line_no
            JOIN posted_document d ON d.document_type = r.handled_type::document_type AND d.no = r.handled_no
            JOIN posted_document_line l ON l.posted_document_id = d.id AND l.line_no = r.handled_line
            WHERE invoice.document_type = ?::document_type AND invoice.no = ?""";

    private static final String INVOICED = """
            UPDATE posted_document_line l SET quantity_invoiced = l.quantity_invoiced + r.quantity
            FROM (SELECT handled_type, handled_no, handled_line, sum(quantity) AS quantity
                FROM unnest(?::text[], ?::text[], ?::integer[], ?::numeric[]) AS part (handled_type, handled_no, handled_line, quantity)
                GROUP BY handled_type, handled_no, handled_line) AS r
            JOIN posted_document d ON d.document_type = r.handled_type::document_type AND d.no = r.handled_no
            WHERE l.posted_document_id = d.id AND l.line_no = r.handled_line""";

    private static final String ORDERS_INVOICED = """
            UPDATE document_line l SET quantity_invoiced = l.quantity_invoiced + r.quantity,
                quantity_to_invoice = l.quantity_handled + l.quantity_to_handle - l.quantity_invoiced - r.quantity
            FROM (SELECT order_kind, order_no, order_line, sum(quantity) AS quantity
                FROM unnest(?::text[], ?::text[], ?::integer[], ?::numeric[]) AS part (order_kind, order_no, order_line, quantity)
                GROUP BY order_kind, order_no, order_line) AS r
            JOIN document_header h ON h.kind = r.order_kind::document_kind AND h.no = r.order_no
            WHERE l.document_header_id = h.id AND l.line_no = r.order_line""";

    private static final Map<DocumentType, String> KINDS = Map.of(
            DocumentType.PURCHASE_RECEIPT, "PURCHASE_ORDER",
            DocumentType.PURCHASE_RETURN_SHIPMENT, "PURCHASE_RETURN_ORDER",
            DocumentType.SALES_SHIPMENT, "SALES_ORDER",
            DocumentType.SALES_RETURN_RECEIPT, "SALES_RETURN_ORDER");

    private final RoundTrip trip;
    private final PostedRecord posted;

    PostedRows(RoundTrip trip, PostedRecord posted) {
        this.trip = trip;
        this.posted = posted;
    }

    /** Adds what is to be written, a statement for each kind of row however many there are. */
    void write() {
        posted.plan().handling().ifPresent(this::writeHandling);
        posted.plan().invoice().ifPresent(this::writeInvoice);
        invoiceEarlier();
    }

    /** What names a posted document. */
    private record Name(DocumentType type, DocumentNo no) {}

    private void writeHeader(Name name, boolean invoice) {
        trip.update(HEADER, name.type().name(), name.no().code(), invoice, posted.itemRegister(), invoice ? posted.ledgerRegister() : 0L,
                posted.user(), posted.before().id());
    }

    private void writeHandling(PostedHandling handling) {
        var name = new Name(handling.type(), handling.no());
        writeHeader(name, false);
        writeLines(name, handling.lines().stream()
                .map(line -> new Line(line.no(), line.quantity(), line.invoiced(), Money.ZERO, Money.ZERO, line.source().progress().surplus().open()))
                .toList());
        var postings = new LinkedHashMap<LineNo, List<Integer>>();
        handling.lines().forEach(line -> postings.put(line.no(), line.postings()));
        writeEntries(name, postings);
    }

    private void writeInvoice(PostedInvoice invoice) {
        var name = new Name(invoice.type(), invoice.no());
        writeHeader(name, true);
        writeLines(name, invoice.lines().stream()
                .map(line -> new Line(
                        line.no(), line.amounts().map(LineAmounts::quantity).orElse(UnitQuantity.ZERO), UnitQuantity.ZERO,
                        line.amounts().map(LineAmounts::net).orElse(Money.ZERO), line.amounts().map(LineAmounts::vat).orElse(Money.ZERO), UnitQuantity.ZERO))
                .toList());
        var postings = new LinkedHashMap<LineNo, List<Integer>>();
        invoice.lines().stream().filter(line -> line.source().subject().isItem()).forEach(line -> postings.put(line.no(), line.postings()));
        writeEntries(name, postings);
        writeParts(name, invoice.lines());
    }

    private void writeLines(Name name, List<Line> lines) {
        if (!lines.isEmpty()) {
            trip.update(LINES, ArrayText.ofNumbers(lines, line -> line.no().value()),
                    decimals(lines, line -> line.quantity().value()), decimals(lines, line -> line.invoiced().value()),
                    decimals(lines, line -> line.net().value()), decimals(lines, line -> line.vat().value()),
                    decimals(lines, line -> line.surplus().value()), posted.before().id(), name.type().name(), name.no().code());
        }
    }

    private void writeEntries(Name name, Map<LineNo, List<Integer>> postings) {
        var lines = new ArrayList<Long>();
        var entries = new ArrayList<Long>();
        postings.forEach((line, positions) -> positions.stream()
                .flatMap(position -> posted.entries().get(position).entries().stream())
                .forEach(entry -> {
                    lines.add((long) line.value());
                    entries.add(entry.value());
                }));
        if (!entries.isEmpty()) {
            trip.update(ENTRIES, ArrayText.ofNumbers(lines), ArrayText.ofNumbers(entries), name.type().name(), name.no().code());
        }
    }

    private void writeParts(Name name, List<PostedInvoice.Line> lines) {
        var parts = lines.stream().flatMap(line -> line.parts().stream().map(part -> new Part(line.no(), part))).toList();
        if (!parts.isEmpty()) {
            trip.update(PARTS, ArrayText.ofNumbers(parts, part -> part.line().value()), ArrayText.ofTexts(parts, part -> part.handled().type().name()),
                    ArrayText.ofTexts(parts, part -> part.handled().document().code()), ArrayText.ofNumbers(parts, part -> part.handled().line().value()),
                    decimals(parts, part -> part.of().quantity().value()), name.type().name(), name.no().code());
        }
    }

    /** Receipts and shipments that this invoice has taken from, and the lines of other orders behind them. */
    private void invoiceEarlier() {
        var earlier = posted.plan().invoiced();
        if (earlier.isEmpty()) {
            return;
        }
        trip.update(INVOICED, ArrayText.ofTexts(earlier, part -> part.line().key().type().name()),
                ArrayText.ofTexts(earlier, part -> part.line().key().document().code()), ArrayText.ofNumbers(earlier, part -> part.line().key().line().value()),
                decimals(earlier, part -> part.quantity().value()));
        var header = posted.before().document().header();
        var ofOthers = earlier.stream().filter(part -> !part.line().order().equals(header.no()) || !header.kind().isPostedInParts())
                .filter(part -> KINDS.containsKey(part.line().key().type()))
                .toList();
        if (!ofOthers.isEmpty()) {
            trip.update(ORDERS_INVOICED, ArrayText.ofTexts(ofOthers, part -> kindOfOrder(part.line().key().type())),
                    ArrayText.ofTexts(ofOthers, part -> part.line().order().code()), ArrayText.ofNumbers(ofOthers, part -> part.line().orderLine().value()),
                    decimals(ofOthers, part -> part.quantity().value()));
        }
    }

    private static String kindOfOrder(DocumentType type) {
        return KINDS.getOrDefault(type, "");
    }

    private static <R> ArrayText decimals(Collection<R> rows, Function<R, BigDecimal> column) {
        return ArrayText.ofTexts(rows, row -> column.apply(row).toPlainString());
    }

    /** What is posted of a line of the document. */
    private record Line(LineNo no, UnitQuantity quantity, UnitQuantity invoiced, Money net, Money vat, UnitQuantity surplus) {}

    /** What a line of an invoice takes from a receipt or shipment. */
    private record Part(LineNo line, PostedInvoice.Part of) {
        PostedLineKey handled() {
            return of.handled();
        }
    }
}
