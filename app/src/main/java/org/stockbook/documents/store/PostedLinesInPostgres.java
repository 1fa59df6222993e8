package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.corrections.PostedLines;
import org.stockbook.documents.corrections.ReversibleLine;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.corrections.UndoOutcome.Correction;
import org.stockbook.kernel.documents.corrections.UndoableLine;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.kernel.origin.ReturnReasonCode;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;

/** Posted lines and what takes them back. */
@Repository
class PostedLinesInPostgres implements PostedLines {
    private static final String LOCK_ORDER = """
            SELECT h.id FROM document_header h JOIN posted_document d ON d.document_kind = h.kind AND d.document_no = h.no
            WHERE d.document_type = ?::document_type AND d.no = ? FOR UPDATE OF h""";
    private static final String FIND = """
            SELECT l.id, i.no AS item, d.posting_date, l.posted_quantity, l.quantity_invoiced, l.corrected OR l.corrects_line_id IS NOT NULL AS corrected,
                EXISTS (SELECT FROM charge_assignment c WHERE c.target_posted_line_id = l.id) AS charged, d.external_document_no,
                d.document_date, coalesce(v.no, c.no) AS partner, v.no IS NOT NULL AS is_vendor, l.dimension_set_id, l.description, d.reason_code,
                coalesce((SELECT rr.code FROM return_reason rr WHERE rr.id = l.return_reason_id), '') AS return_reason,
                CASE WHEN EXISTS (SELECT FROM posted_document_line o WHERE o.posted_document_id = d.id AND o.line_no = l.line_no + 5000)
                    THEN l.line_no + 1 ELSE l.line_no + 5000 END AS correction
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN item i ON i.id = l.item_id
            LEFT JOIN vendor v ON v.id = d.vendor_id LEFT JOIN customer c ON c.id = d.customer_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? FOR UPDATE OF l""";
    private static final String NOT_INVOICED = """
            SELECT d.document_no, l.order_line_no, l.quantity_per_unit, l.posted_quantity - l.quantity_invoiced
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? AND l.quantity_invoiced <> l.posted_quantity
                AND NOT l.corrected AND l.corrects_line_id IS NULL""";

    private static final String REVERSIBLE = """
            SELECT e.entry_no, e.serial_no, e.lot_no, e.package_no, e.quantity > 0,
                CASE WHEN e.quantity > 0 THEN e.remaining_quantity ELSE abs(e.shipped_quantity_not_returned) END
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            JOIN item i ON i.id = l.item_id AND i.item_type = 'INVENTORY'
            JOIN posted_document_line_entry pe ON pe.posted_document_line_id = l.id
            JOIN item_ledger_entry e ON e.item_id = pe.item_id AND e.entry_no = pe.item_ledger_entry_no
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ?
                AND CASE WHEN e.quantity > 0 THEN e.remaining_quantity > 0 ELSE e.shipped_quantity_not_returned < 0 END
            ORDER BY e.entry_no""";

    private static final String ENTRIES =
            "SELECT item_ledger_entry_no FROM posted_document_line_entry WHERE posted_document_line_id = ? ORDER BY item_ledger_entry_no";

    private static final String COLUMNS = """
            order_line_no, line_type, item_id, variant_id, item_charge_id, gl_account_id, resource_no, description, location_id,
            unit_of_measure_code, quantity_per_unit, quantity, unit_price, line_discount_percentage, allow_invoice_discount,
            invoice_discount_amount, unit_cost, indirect_cost_percentage, overhead_rate, general_product_group_id, vat_product_group_id,
            vat_identifier, vat_calculation, vat_percentage, applies_to_entry_no, applies_from_entry_no, dimension_set_id, ordered_item_no,
            ordered_variant_code, return_reason_id""";
    private static final String CORRECT = "INSERT INTO posted_document_line (posted_document_id, line_no, posted_quantity, corrects_line_id, corrected, "
            + COLUMNS + ") SELECT l.posted_document_id, ?, -l.posted_quantity, l.id, true, " + COLUMNS.replaceAll("(\\w+)", "l.$1") + """
             FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? RETURNING id, corrects_line_id""";
    private static final String CORRECTED = "UPDATE posted_document_line SET corrected = true WHERE id = ?";
    private static final String ENTRY = """
            INSERT INTO posted_document_line_entry (posted_document_line_id, item_id, item_ledger_entry_no)
            SELECT id, item_id, ? FROM posted_document_line WHERE id = ?""";
    private static final String GIVE_BACK = """
            UPDATE document_line o SET quantity_handled = o.quantity_handled - l.posted_quantity,
                quantity_to_handle = o.quantity - o.quantity_handled + l.posted_quantity, quantity_to_invoice = o.quantity - o.quantity_invoiced,
                over_receipt_quantity = o.over_receipt_quantity + l.over_receipt_quantity,
                over_received_quantity = o.over_received_quantity - l.over_receipt_quantity
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN document_header h
                ON h.kind = d.document_kind AND h.no = d.document_no
            WHERE l.id = ? AND o.document_header_id = h.id AND o.line_no = l.order_line_no""";
    private static final String RAISE_VERSION = """
            UPDATE document_header h SET version = version + 1, changed_by = ?, changed_at = now() FROM posted_document d
            WHERE h.kind = d.document_kind AND h.no = d.document_no AND d.document_type = ?::document_type AND d.no = ?""";

    private final DSLContext dsl;

    PostedLinesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<UndoableLine> lockForUndo(List<PostedLineKey> lines) {
        var found = new ArrayList<UndoableLine>();
        for (var key : lines.stream().distinct().sorted().toList()) {
            dsl.fetch(LOCK_ORDER, key.type().name(), key.document().code());
            dsl.resultQuery(FIND, key.type().name(), key.document().code(), key.line().value())
                    .fetchOptional()
                    .ifPresent(row -> found.add(line(key, row)));
        }
        return found;
    }

    private UndoableLine line(PostedLineKey key, Record row) {
        return new UndoableLine(
                key,
                new ItemNo(row.get("item", String.class)),
                row.get("posting_date", LocalDate.class),
                UnitQuantity.of(row.get("posted_quantity", BigDecimal.class)),
                UnitQuantity.of(row.get("quantity_invoiced", BigDecimal.class)),
                row.get("corrected", Boolean.class),
                row.get("charged", Boolean.class),
                new LineNo(row.get("correction", Integer.class)),
                origin(key, row),
                dsl.fetch(ENTRIES, row.get("id", Long.class)).map(entry -> new ItemLedgerEntryNo(entry.get(0, Long.class))));
    }

    private static Origin origin(PostedLineKey key, Record row) {
        var isVendor = row.get("is_vendor", Boolean.class);
        return new Origin(
                key.type(), key.document(), key.line().value(), row.get("external_document_no", String.class),
                row.get("document_date", LocalDate.class), isVendor ? PartnerType.VENDOR : PartnerType.CUSTOMER,
                new PartnerNo(Optional.ofNullable(row.get("partner", String.class)).orElse("")), OrderLine.NONE,
                new DimensionSetId(row.get("dimension_set_id", Long.class)), row.get("description", String.class),
                new SourceCode(isVendor ? "PURCHASES" : "SALES"), new ReasonCode(row.get("reason_code", String.class)),
                new ReturnReasonCode(row.get("return_reason", String.class)), JournalBatchName.BLANK);
    }

    @Override
    public List<OpenPostedLine> notInvoiced(List<PostedLineKey> lines) {
        var open = new ArrayList<OpenPostedLine>();
        for (var key : lines.stream().distinct().sorted().toList()) {
            dsl.resultQuery(NOT_INVOICED, key.type().name(), key.document().code(), key.line().value()).forEach(row -> open.add(new OpenPostedLine(
                    key, new DocumentNo(row.get(0, String.class)), new LineNo(row.get(1, Integer.class)),
                    new UnitFactor(row.get(2, BigDecimal.class)), UnitQuantity.of(row.get(3, BigDecimal.class)), List.of())));
        }
        return open;
    }

    @Override
    public List<ReversibleLine> reversible(List<PostedLineKey> lines) {
        return lines.stream().distinct().map(key -> new ReversibleLine(
                key, dsl.resultQuery(REVERSIBLE, key.type().name(), key.document().code(), key.line().value()).fetch(row -> new ReversibleLine.Entry(
                        new ItemLedgerEntryNo(row.get(0, Long.class)),
                        new Tracking(
                                new SerialNo(row.get(1, String.class)), new LotNo(row.get(2, String.class)),
                                new PackageNo(row.get(3, String.class))),
                        row.get(4, Boolean.class), Quantity.of(row.get(5, BigDecimal.class)))))).toList();
    }

    @Override
    public void keep(List<Correction> corrections, List<PostedLine> entries, String user) {
        for (var correction : corrections) {
            var key = correction.line().key();
            var written = dsl.fetchSingle(
                    CORRECT, correction.line().correction().value(), key.type().name(), key.document().code(), key.line().value());
            for (var position : correction.postings()) {
                for (var entry : entries.get(position).entries()) {
                    dsl.execute(ENTRY, entry.value(), written.get(0, Long.class));
                }
            }
            dsl.execute(CORRECTED, written.get(1, Long.class));
            dsl.execute(GIVE_BACK, written.get(1, Long.class));
            dsl.execute(RAISE_VERSION, user, key.type().name(), key.document().code());
        }
    }
}
