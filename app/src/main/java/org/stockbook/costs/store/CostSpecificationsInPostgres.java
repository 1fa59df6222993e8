package org.stockbook.costs.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.costs.CostSpecifications;
import org.stockbook.kernel.code.ItemNo;

/** One query: what is left of each increase by applications, with its share of each kind of cost; average items as a whole. */
@Repository
class CostSpecificationsInPostgres implements CostSpecifications {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String SPECIFY = """
            WITH asked AS (SELECT ?::date AS day, (SELECT coalesce(max(no), 0) FROM item_register WHERE created_at <= ?::timestamptz) AS register),
            layer AS (
                SELECT e.item_id, e.entry_no, e.quantity, e.quantity + coalesce((
                    SELECT sum(a.quantity) FROM item_application a WHERE a.item_id = e.item_id AND a.inbound_entry_no = e.entry_no AND a.quantity < 0
                        AND a.posting_date <= q.day AND a.from_register_no <= q.register
                        AND (a.removed_by_register_no IS NULL OR a.removed_by_register_no > q.register)), 0) AS remaining
                FROM asked q, item_ledger_entry e JOIN item i ON i.id = e.item_id
                WHERE i.costing_method <> 'AVERAGE' AND e.quantity > 0 AND NOT e.drop_shipment AND e.posting_date <= q.day
                    AND e.item_register_no <= q.register),
            cost AS (
                SELECT l.item_id, v.value_entry_type, 0::numeric AS quantity,
                    l.remaining * (v.cost_amount_actual + v.cost_amount_expected)
                        / CASE WHEN v.partial_revaluation THEN v.valued_quantity ELSE l.quantity END AS amount
                FROM asked q, layer l JOIN value_entry v ON v.item_id = l.item_id AND v.item_ledger_entry_no = l.entry_no
                WHERE l.remaining > 0 AND v.posting_date <= q.day AND v.item_register_no <= q.register
                UNION ALL SELECT item_id, 'DIRECT_COST', remaining, 0 FROM layer WHERE remaining > 0
                UNION ALL SELECT v.item_id, v.value_entry_type, v.item_ledger_entry_quantity, v.cost_amount_actual + v.cost_amount_expected
                FROM asked q, value_entry v JOIN item i ON i.id = v.item_id
                WHERE i.costing_method = 'AVERAGE' AND v.posting_date <= q.day AND v.item_register_no <= q.register)
            SELECT g.code, i.no, i.description, sum(c.quantity),
                sum(c.amount) FILTER (WHERE c.value_entry_type IN ('DIRECT_COST', 'DIRECT_COST_NON_INVENTORY')),
                sum(c.amount) FILTER (WHERE c.value_entry_type = 'REVALUATION'), sum(c.amount) FILTER (WHERE c.value_entry_type = 'ROUNDING'),
                sum(c.amount) FILTER (WHERE c.value_entry_type = 'INDIRECT_COST'), sum(c.amount) FILTER (WHERE c.value_entry_type = 'VARIANCE')
            FROM cost c JOIN item i ON i.id = c.item_id JOIN inventory_posting_group g ON g.id = i.inventory_posting_group_id
            GROUP BY g.code, i.no, i.description HAVING sum(c.quantity) <> 0 OR round(sum(c.amount), 2) <> 0 ORDER BY g.code, i.no""";

    private final DSLContext database;

    CostSpecificationsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> specify(LocalDate asOf, Optional<Instant> knownAt) {
        var moment = knownAt.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(ALWAYS);
        return database.fetch(SPECIFY, asOf, moment).map(row -> new Line(
                row.get(0, String.class), new ItemNo(row.get(1, String.class)), row.get(2, String.class), row.get(3, BigDecimal.class),
                amount(row, 4), amount(row, 5), amount(row, 6), amount(row, 7), amount(row, 8)));
    }

    private static BigDecimal amount(Record row, int at) {
        return Optional.ofNullable(row.get(at, BigDecimal.class)).orElse(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    }
}
