package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.charges.ChargeTargets;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** Targets of item charges: posted lines with entries, and the sizes of items. */
@Repository
class ChargeTargetsInPostgres implements ChargeTargets {
    private static final String POSTED = """
            SELECT i.no, l.posted_quantity, round(l.posted_quantity * l.unit_price * (1 - l.line_discount_percentage / 100)
                * d.rate_local_units / d.rate_currency_units, 2), l.quantity_per_unit
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN item i ON i.id = l.item_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? AND NOT l.corrected AND l.corrects_line_id IS NULL
                AND l.posted_quantity <> 0 AND EXISTS (SELECT FROM posted_document_line_entry e WHERE e.posted_document_line_id = l.id)""";

    private static final String SIZES = "SELECT no, gross_weight, unit_volume FROM item WHERE no = ANY (?::text[])";

    private final DSLContext dsl;

    ChargeTargetsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PostedTarget> posted(List<PostedLineKey> lines) {
        return lines.stream().distinct().flatMap(key -> dsl
                .resultQuery(POSTED, key.type().name(), key.document().code(), key.line().value())
                .fetchOptional(row -> new PostedTarget(
                        key, new ItemNo(row.get(0, String.class)), UnitQuantity.of(row.get(1, BigDecimal.class)),
                        Money.of(row.get(2, BigDecimal.class)), new Extent(row.get(3, BigDecimal.class))))
                .stream()).toList();
    }

    @Override
    public List<Size> sizes(List<ItemNo> items) {
        return dsl.resultQuery(SIZES, (Object) items.stream().map(ItemNo::code).toArray(String[]::new)).fetch(row -> new Size(
                new ItemNo(row.get(0, String.class)), new Extent(row.get(1, BigDecimal.class)), new Extent(row.get(2, BigDecimal.class))));
    }
}
