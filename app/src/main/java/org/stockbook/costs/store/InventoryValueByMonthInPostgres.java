package org.stockbook.costs.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.costs.InventoryValueByMonth;

/** Two queries over the sums by month, whatever the number of entries. */
@Repository
class InventoryValueByMonthInPostgres implements InventoryValueByMonth {
    private static final String VALUES = """
            WITH RECURSIVE root (id, name) AS (
                SELECT id, coalesce(nullif(description, ''), code) FROM item_category WHERE parent_id IS NULL
                UNION ALL SELECT c.id, r.name FROM item_category c JOIN root r ON r.id = c.parent_id),
            moved AS (
                SELECT item_id, greatest(first_day, ?::date) AS month, sum(cost_amount_actual) AS amount FROM inventory_monthly WHERE first_day <= ?::date GROUP BY 1, 2)
            SELECT coalesce(r.name, '') AS name, m.month, sum(m.amount) AS amount
            FROM moved m JOIN item i ON i.id = m.item_id LEFT JOIN root r ON r.id = i.item_category_id GROUP BY 1, 2""";
    private static final String LEDGER = """
            SELECT greatest(date_trunc('month', posting_date)::date, ?::date) AS month, sum(debit_amount - credit_amount) AS amount
            FROM gl_account_movement
            WHERE gl_account_id IN (SELECT inventory_account_id FROM inventory_posting_setup) AND posting_date <= ?::date GROUP BY 1""";

    private final DSLContext database;

    InventoryValueByMonthInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Month> until(LocalDate day, int count) {
        var first = day.withDayOfMonth(1).minusMonths(count - 1L);
        var end = day.withDayOfMonth(day.lengthOfMonth());
        var moved = new TreeMap<LocalDate, Map<String, BigDecimal>>();
        database.fetch(VALUES, first, end).forEach(row -> moved.computeIfAbsent(row.get("month", LocalDate.class), _ -> new HashMap<>())
                .merge(row.get("name", String.class), row.get("amount", BigDecimal.class), BigDecimal::add));
        var booked = new HashMap<LocalDate, BigDecimal>();
        database.fetch(LEDGER, first, end).forEach(row -> booked.put(row.get("month", LocalDate.class), row.get("amount", BigDecimal.class)));
        var months = new ArrayList<Month>();
        var values = new HashMap<String, BigDecimal>();
        var ledger = BigDecimal.ZERO;
        for (var month = first; !month.isAfter(day); month = month.plusMonths(1)) {
            moved.getOrDefault(month, Map.of()).forEach((name, amount) -> values.merge(name, amount, BigDecimal::add));
            ledger = ledger.add(booked.getOrDefault(month, BigDecimal.ZERO));
            months.add(new Month(month.plusMonths(1).minusDays(1), values, ledger));
        }
        return months;
    }
}
