package org.stockbook.documents.store.substitutes;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.substitutes.Substitute;
import org.stockbook.documents.substitutes.Substitutes;
import org.stockbook.kernel.posting.LineNo;

/** Substitutes and their substitutes, as far as somebody would still look for them, with the balances and what open documents bring and take. */
@Repository
class SubstitutesInPostgres implements Substitutes {
    private static final int FARTHEST = 4;

    /** What the catalogue offers and is an item meanwhile is that item. */
    private static final String OFFERED = """
            WITH RECURSIVE mine AS (
                SELECT l.line_no, l.item_id, l.variant_id, l.location_id, l.unit_of_measure_code AS unit, coalesce(h.requested_date, h.posting_date) AS wanted_on
                FROM document_header h JOIN document_line l ON l.document_header_id = h.id
                WHERE h.kind = ?::document_kind AND h.no = ? AND l.line_type = 'ITEM' AND l.quantity > l.quantity_handled),
            named AS (
                SELECT s.item_id, s.variant_id, coalesce(s.substitute_item_id, k.item_id) AS offered_id, s.substitute_variant_id AS offered_variant_id,
                    CASE WHEN k.item_id IS NULL THEN k.id END AS catalog_item_id, s.description, s.interchangeable, s.condition
                FROM item_substitution s LEFT JOIN catalog_item k ON k.id = s.substitute_catalog_item_id),
            chain AS (
                SELECT m.line_no, n.offered_id, n.offered_variant_id, n.catalog_item_id, n.description, n.interchangeable, n.condition, 1 AS level
                FROM mine m JOIN named n ON n.item_id = m.item_id AND n.variant_id = m.variant_id
                UNION
                SELECT c.line_no, n.offered_id, n.offered_variant_id, n.catalog_item_id, n.description, n.interchangeable, n.condition, c.level + 1
                FROM chain c JOIN named n ON n.item_id = c.offered_id AND n.variant_id = c.offered_variant_id
                WHERE c.level < ?),
            nearest AS (
                SELECT DISTINCT ON (line_no, offered_id, offered_variant_id, catalog_item_id) *
                FROM chain ORDER BY line_no, offered_id, offered_variant_id, catalog_item_id, level)
            SELECT n.line_no, coalesce(i.no, '') AS item, coalesce(v.code, '') AS variant, coalesce(k.entry_no, '') AS catalog_item,
                coalesce(nullif(n.description, ''), i.description, k.description) AS description, n.interchangeable, n.condition, n.level,
                coalesce(b.quantity, 0) AS inventory,
                coalesce(b.quantity, 0) + coalesce((
                    SELECT sum(p.quantity) FROM planned_movement p
                    WHERE p.item_id = n.offered_id AND p.variant_id = n.offered_variant_id AND p.location_id = m.location_id AND p.planned_on <= m.wanted_on), 0) AS available,
                CASE WHEN k.unit_of_measure_code = m.unit OR EXISTS (
                    SELECT FROM item_unit_of_measure u JOIN unit_of_measure c ON c.id = u.unit_of_measure_id WHERE u.item_id = n.offered_id AND c.code = m.unit)
                    THEN m.unit ELSE '' END AS unit
            FROM nearest n JOIN mine m ON m.line_no = n.line_no
                LEFT JOIN item i ON i.id = n.offered_id LEFT JOIN item_variant v ON v.id = n.offered_variant_id LEFT JOIN catalog_item k ON k.id = n.catalog_item_id
                LEFT JOIN inventory_balance b ON b.item_id = n.offered_id AND b.variant_id = n.offered_variant_id AND b.location_id = m.location_id
            WHERE (n.offered_id IS DISTINCT FROM m.item_id OR n.offered_variant_id <> m.variant_id)
                AND NOT coalesce(i.blocked OR i.sales_blocked OR v.blocked OR v.sales_blocked, false)
            ORDER BY n.line_no, n.level, available DESC, item, variant, catalog_item""";

    private final DSLContext dsl;

    SubstitutesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Substitute> of(DocumentKey document) {
        return dsl.resultQuery(OFFERED, document.purpose(), document.no().code(), FARTHEST).fetch(row -> new Substitute(
                new LineNo(row.get("line_no", Integer.class)), row.get("item", String.class), row.get("variant", String.class), row.get("catalog_item", String.class),
                row.get("description", String.class), row.get("interchangeable", Boolean.class), row.get("condition", String.class), row.get("level", Integer.class),
                row.get("inventory", BigDecimal.class), row.get("available", BigDecimal.class), row.get("unit", String.class)));
    }
}
