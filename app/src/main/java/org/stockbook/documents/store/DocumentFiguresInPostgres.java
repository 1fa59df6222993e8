package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.figures.DocumentFigures;
import org.stockbook.documents.figures.LineAvailability;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard.Blocking;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** Availability from the balances and what is planned, profit from the value entries of the invoiced goods. */
@Repository
class DocumentFiguresInPostgres implements DocumentFigures {
    /** Other documents count, and of this one the lines before. */
    private static final String AVAILABLE = """
            WITH mine AS (
                SELECT l.line_no, i.no AS item, CASE WHEN i.blocked THEN 'ALL' WHEN i.sales_blocked THEN 'SALES' ELSE 'NONE' END AS blocked,
                    coalesce(nullif(i.stockout_warning::text, 'DEFAULT')::text = 'YES', s.stockout_warning) AS warned, h.id AS header_id, l.item_id, l.variant_id, l.location_id, coalesce(h.requested_date, h.posting_date) AS wanted_on,
                    (l.quantity - l.quantity_handled) * l.quantity_per_unit AS wanted, coalesce(b.quantity, 0) AS inventory
                FROM document_header h JOIN document_line l ON l.document_header_id = h.id JOIN item i ON i.id = l.item_id CROSS JOIN document_setup s
                    LEFT JOIN inventory_balance b ON b.item_id = l.item_id AND b.variant_id = l.variant_id AND b.location_id = l.location_id
                WHERE h.kind = ?::document_kind AND h.no = ? AND i.item_type = 'INVENTORY' AND l.quantity > l.quantity_handled)
            SELECT m.line_no, m.item, m.blocked, m.warned, m.wanted_on, m.wanted, m.inventory, p.receipts, p.requirements, p.earliest
            FROM mine m CROSS JOIN LATERAL (
                SELECT coalesce(sum(quantity) FILTER (WHERE quantity > 0 AND planned_on <= m.wanted_on), 0) AS receipts,
                    coalesce(-sum(quantity) FILTER (WHERE quantity < 0 AND planned_on <= m.wanted_on), 0) AS requirements,
                    min(planned_on) FILTER (WHERE quantity > 0 AND planned_on > m.wanted_on AND m.inventory + planned_until >= m.wanted) AS earliest
                FROM (
                    SELECT o.planned_on, o.quantity, sum(o.quantity) OVER (ORDER BY o.planned_on) AS planned_until
                    FROM planned_movement o
                    WHERE o.item_id = m.item_id AND o.variant_id = m.variant_id AND o.location_id = m.location_id
                        AND (o.document_header_id <> m.header_id OR o.line_no < m.line_no)) AS planned) AS p
            ORDER BY m.line_no""";

    /** The cost of an entry belongs to the invoices of it by the quantities they have invoiced. */
    private static final String PROFIT = """
            WITH invoiced AS (
                SELECT v.item_id, v.item_ledger_entry_no, sum(v.invoiced_quantity) AS quantity, sum(v.sales_amount_actual) AS sales, sum(v.cost_amount_actual) AS cost
                FROM value_entry v
                WHERE v.document_type = ?::document_type AND v.document_no = ? AND NOT v.adjustment AND v.item_ledger_entry_type = 'SALE'
                GROUP BY v.item_id, v.item_ledger_entry_no),
            now AS (
                SELECT i.item_id, i.item_ledger_entry_no, i.quantity, sum(v.cost_amount_actual) AS cost, sum(v.invoiced_quantity) AS invoiced
                FROM invoiced i JOIN value_entry v ON v.item_id = i.item_id AND v.item_ledger_entry_no = i.item_ledger_entry_no
                GROUP BY i.item_id, i.item_ledger_entry_no, i.quantity)
            SELECT (SELECT coalesce(sum(l.net_amount * d.rate_local_units / d.rate_currency_units), 0) FROM posted_document_line l WHERE l.posted_document_id = d.id) AS sales,
                (SELECT coalesce(sum(-cost), 0) FROM invoiced) AS cost,
                (SELECT coalesce(sum(CASE WHEN invoiced = 0 THEN -cost ELSE round(-cost * quantity / invoiced, 2) END), 0) FROM now) AS adjusted
            FROM posted_document d WHERE d.document_type = ?::document_type AND d.no = ?""";

    private final DSLContext dsl;

    DocumentFiguresInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LineAvailability> available(DocumentKey document) {
        return dsl.resultQuery(AVAILABLE, document.purpose(), document.no().code()).fetch(row -> new LineAvailability(
                new LineNo(row.get("line_no", Integer.class)), new ItemNo(row.get("item", String.class)), Blocking.valueOf(row.get("blocked", String.class)),
                row.get("warned", Boolean.class), row.get("wanted_on", LocalDate.class), row.get("inventory", BigDecimal.class),
                row.get("receipts", BigDecimal.class), row.get("requirements", BigDecimal.class), row.get("wanted", BigDecimal.class),
                Optional.ofNullable(row.get("earliest", LocalDate.class))));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Profit> profit(DocumentType type, DocumentNo number) {
        return dsl.resultQuery(PROFIT, type.name(), number.code(), type.name(), number.code())
                .fetchOptional(row -> new Profit(row.get("sales", BigDecimal.class), signed(type, row.get("cost", BigDecimal.class)), signed(type, row.get("adjusted", BigDecimal.class))));
    }

    /** What comes back costs what it brings: a credit memo shows both above zero, as an invoice does. */
    private static BigDecimal signed(DocumentType type, BigDecimal cost) {
        return type == DocumentType.SALES_CREDIT_MEMO ? cost.negate() : cost;
    }
}
