package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.corrections.PostedInvoices;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.documents.corrections.InvoicedLine;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.LineNo;

/** Posted invoices in the eyes of who takes them back. */
@Repository
class PostedInvoicesInPostgres implements PostedInvoices {
    /** The order lines behind an invoice with what it invoiced of each. */
    private static final String PARTS = """
            SELECT hd.document_kind, hd.document_no, hl.order_line_no, sum(p.quantity) AS quantity
            FROM posted_line_invoiced p JOIN posted_document_line il ON il.id = p.invoice_line_id
            JOIN posted_document_line hl ON hl.id = p.handled_line_id JOIN posted_document hd ON hd.id = hl.posted_document_id
            WHERE il.posted_document_id = ? GROUP BY 1, 2, 3""";

    private static final String LOCK_ORDERS = "SELECT h.id FROM document_header h WHERE (h.kind, h.no) IN (SELECT document_kind, document_no FROM ("
            + PARTS + ") AS part) ORDER BY h.id FOR UPDATE";

    private static final String LOCK = "SELECT FROM posted_document WHERE id = ? FOR UPDATE";

    private static final String STATE = """
            SELECT d.cancels_posted_document_id IS NOT NULL
                    OR EXISTS (SELECT FROM posted_document c WHERE c.cancels_posted_document_id = d.id),
                coalesce(v.blocked, c.blocked) = 'ALL' OR EXISTS (SELECT FROM posted_document_line l LEFT JOIN item i ON i.id = l.item_id
                    LEFT JOIN item_variant iv ON iv.id = l.variant_id LEFT JOIN gl_account a ON a.id = l.gl_account_id
                    WHERE l.posted_document_id = d.id AND (i.blocked OR iv.blocked OR a.blocked)),
                EXISTS (SELECT FROM posted_line_invoiced p JOIN posted_document_line il ON il.id = p.invoice_line_id
                    JOIN posted_document_line hl ON hl.id = p.handled_line_id JOIN posted_document hd ON hd.id = hl.posted_document_id
                    WHERE il.posted_document_id = d.id AND (hd.document_kind, hd.document_no) <> (d.document_kind, d.document_no))
            FROM posted_document d LEFT JOIN vendor v ON v.id = d.vendor_id LEFT JOIN customer c ON c.id = d.customer_id WHERE d.id = ?""";

    private static final String ENTRIES = """
            SELECT l.line_no, e.entry_no, e.serial_no, e.lot_no, e.package_no, sum(v.invoiced_quantity) AS quantity,
                CASE WHEN e.quantity > 0 THEN e.remaining_quantity ELSE abs(e.shipped_quantity_not_returned) END AS reversible,
                CASE WHEN e.quantity < 0 THEN e.shipped_quantity_not_returned <> e.quantity
                    ELSE EXISTS (SELECT FROM item_application a JOIN item_ledger_entry o ON o.item_id = a.item_id AND o.entry_no = a.outbound_entry_no
                        WHERE a.item_id = e.item_id AND a.inbound_entry_no = e.entry_no AND a.removed_by_register_no IS NULL
                            AND a.quantity < 0 AND o.entry_type = e.entry_type) END AS returned
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            JOIN item i ON i.id = l.item_id AND i.item_type = 'INVENTORY'
            JOIN posted_document_line_entry pe ON pe.posted_document_line_id = l.id
            JOIN item_ledger_entry e ON e.item_id = pe.item_id AND e.entry_no = pe.item_ledger_entry_no
            JOIN value_entry v ON v.item_id = e.item_id AND v.item_ledger_entry_no = e.entry_no AND v.document_type = d.document_type
                AND v.document_no = d.no AND v.document_line_no = l.line_no
            WHERE d.id = ? GROUP BY l.line_no, e.item_id, e.entry_no HAVING sum(v.invoiced_quantity) <> 0 ORDER BY l.line_no, e.entry_no""";

    private static final String GIVE_BACK = "UPDATE document_line o SET quantity_handled = o.quantity_handled - part.quantity,"
            + " quantity_invoiced = o.quantity_invoiced - part.quantity, quantity_to_handle = o.quantity - o.quantity_handled + part.quantity,"
            + " quantity_to_invoice = o.quantity - o.quantity_invoiced + part.quantity FROM document_header h, (" + PARTS + ") AS part"
            + " WHERE h.kind = part.document_kind AND h.no = part.document_no AND o.document_header_id = h.id AND o.line_no = part.order_line_no";

    private static final String RAISE_VERSION = "UPDATE document_header SET version = version + 1, changed_by = ?, changed_at = now()"
            + " WHERE (kind, no) IN (SELECT document_kind, document_no FROM (" + PARTS + ") AS part)";

    private final DSLContext dsl;

    PostedInvoicesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void lock(long invoice) {
        dsl.fetch(LOCK_ORDERS, invoice);
        dsl.fetch(LOCK, invoice);
    }

    @Override
    public State state(long invoice) {
        var row = dsl.fetchSingle(STATE, invoice);
        return new State(row.get(0, Boolean.class), row.get(1, Boolean.class), row.get(2, Boolean.class));
    }

    @Override
    public Map<LineNo, List<InvoicedLine.Entry>> entries(long invoice) {
        var entries = new HashMap<LineNo, List<InvoicedLine.Entry>>();
        dsl.fetch(ENTRIES, invoice).forEach(row -> entries
                .computeIfAbsent(new LineNo(row.get("line_no", Integer.class)), _ -> new ArrayList<>())
                .add(entry(row)));
        return entries;
    }

    private static InvoicedLine.Entry entry(Record row) {
        return new InvoicedLine.Entry(
                new ItemLedgerEntryNo(row.get("entry_no", Long.class)),
                new Tracking(
                        new SerialNo(row.get("serial_no", String.class)), new LotNo(row.get("lot_no", String.class)),
                        new PackageNo(row.get("package_no", String.class))),
                Quantity.of(row.get("quantity", BigDecimal.class)),
                Quantity.of(row.get("reversible", BigDecimal.class)),
                row.get("returned", Boolean.class));
    }

    @Override
    public void giveBack(long invoice, String user) {
        dsl.execute(GIVE_BACK, invoice);
        dsl.execute(RAISE_VERSION, user, invoice);
    }
}
