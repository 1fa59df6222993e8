package org.stockbook.demo.store;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.demo.TradeStore;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** Reads posted lines and entries, each in one statement. */
@Repository
class TradeStoreInPostgres implements TradeStore {
    private static final String HANDLED = """
            SELECT d.document_type::text, d.no, l.line_no, i.no, pe.item_ledger_entry_no
            FROM posted_document d JOIN posted_document_line l ON l.posted_document_id = d.id JOIN item i ON i.id = l.item_id
            JOIN posted_document_line_entry pe ON pe.posted_document_line_id = l.id
            WHERE d.document_kind IN ('PURCHASE_ORDER', 'SALES_ORDER') AND d.document_no = ?
                AND d.document_type IN ('PURCHASE_RECEIPT', 'SALES_SHIPMENT')
            ORDER BY l.line_no, pe.item_ledger_entry_no""";

    private static final String ENTRIES = """
            SELECT e.entry_no FROM item_register r
            JOIN item_ledger_entry e ON e.entry_no BETWEEN r.first_item_ledger_entry_no AND r.last_item_ledger_entry_no AND e.item_register_no = r.no
            WHERE r.no = ? ORDER BY e.entry_no""";

    private final DSLContext dsl;

    TradeStoreInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<Handled> handledBy(DocumentNo order) {
        return dsl.resultQuery(HANDLED, order.code()).fetch(row -> new Handled(
                new PostedLineKey(DocumentType.valueOf(row.get(0, String.class)), new DocumentNo(row.get(1, String.class)), new LineNo(row.get(2, Integer.class))),
                row.get(3, String.class), new ItemLedgerEntryNo(row.get(4, Long.class))));
    }

    @Override
    public List<ItemLedgerEntryNo> entriesOf(long register) {
        return dsl.resultQuery(ENTRIES, register).fetch(row -> new ItemLedgerEntryNo(row.get(0, Long.class)));
    }
}
