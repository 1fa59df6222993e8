package org.stockbook.inventory.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.figures.ItemFigures;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Statistics from the daily sums of one item; low stock from the sums of those items that have a reorder point. */
@Repository
class ItemFiguresInPostgres implements ItemFigures {
    /** Everything before the first period is its opening; periods without movements come from the series. What an item moves between places neither comes nor goes. */
    private static final String PERIODS = """
            WITH asked AS (SELECT ?::text AS unit, ?::date AS day, ?::interval AS length, ?::integer AS count, ?::text AS item),
            span AS (
                SELECT s::date AS first, (s + a.length)::date AS next
                FROM asked a, generate_series(date_trunc(a.unit, a.day::timestamp) - a.length * (a.count - 1), date_trunc(a.unit, a.day::timestamp), a.length) s),
            moved AS (
                SELECT d.posting_date, sum(d.sales_amount_actual) AS sales, sum(d.cost_amount_non_inventoriable) AS other, sum(d.cost_amount_actual + d.cost_amount_expected) AS cost,
                    sum(CASE WHEN d.item_ledger_entry_type = 'SALE' THEN -d.cost_amount_actual ELSE 0 END) AS sold
                FROM inventory_daily d WHERE d.item_id = (SELECT id FROM item WHERE no = (SELECT item FROM asked) AND deleted_at IS NULL)
                GROUP BY d.posting_date, d.item_ledger_entry_type, CASE WHEN d.item_ledger_entry_type = 'TRANSFER' THEN 0 ELSE sign(d.cost_amount_actual + d.cost_amount_expected) END)
            SELECT s.first, coalesce(sum(m.sales) FILTER (WHERE m.posting_date >= s.first), 0) AS sales, coalesce(sum(m.sold) FILTER (WHERE m.posting_date >= s.first), 0) AS sold,
                coalesce(-sum(m.other) FILTER (WHERE m.posting_date >= s.first), 0) AS other, coalesce(sum(m.cost) FILTER (WHERE m.posting_date < s.first), 0) AS opening,
                coalesce(sum(m.cost) FILTER (WHERE m.posting_date >= s.first AND m.cost > 0), 0) AS increases,
                coalesce(sum(m.cost) FILTER (WHERE m.posting_date >= s.first AND m.cost < 0), 0) AS decreases
            FROM span s LEFT JOIN moved m ON m.posting_date < s.next GROUP BY s.first ORDER BY s.first""";
    private static final String LOW = """
            (SELECT i.no, i.description, c.code AS category, u.code AS unit, coalesce(s.quantity, 0) AS quantity, i.reorder_point, i.reorder_quantity,
                i.reorder_point - coalesce(s.quantity, 0) AS missing, v.no AS vendor
            FROM item i LEFT JOIN item_stock s ON s.item_id = i.id LEFT JOIN item_category c ON c.id = i.item_category_id
                LEFT JOIN unit_of_measure u ON u.id = i.base_unit_of_measure_id LEFT JOIN vendor v ON v.id = i.vendor_id
            WHERE i.reorder_point > 0 AND coalesce(s.quantity, 0) <= i.reorder_point AND i.deleted_at IS NULL AND NOT i.blocked AND i.item_type = 'INVENTORY') AS t""";

    private final DSLContext database;

    ItemFiguresInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Period> periods(String item, Span span, LocalDate until, int count) {
        var length = switch (span) {
            case MONTH -> "1 month";
            case QUARTER -> "3 months";
            case YEAR -> "1 year";
        };
        return database.fetch(PERIODS, span.name().toLowerCase(Locale.ROOT), until, length, count, item).map(row -> new Period(row.get("first", LocalDate.class),
                row.get("sales", BigDecimal.class), row.get("sold", BigDecimal.class), row.get("other", BigDecimal.class), row.get("opening", BigDecimal.class),
                row.get("increases", BigDecimal.class), row.get("decreases", BigDecimal.class)));
    }

    @Override
    public RowSource lowStock() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", text("no"));
        fields.put("description", text("description"));
        fields.put("itemCategoryCode", text("category"));
        fields.put("baseUnitOfMeasureCode", text("unit"));
        fields.put("inventory", figure("quantity"));
        fields.put("reorderPoint", figure("reorder_point"));
        fields.put("missingQuantity", figure("missing"));
        fields.put("reorderQuantity", figure("reorder_quantity"));
        fields.put("vendorNumber", text("vendor"));
        return new TableRows(database, _ -> DSL.table(DSL.sql(LOW)), fields, List.of(Sort.ascending("number")));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name("t", column), String.class);
    }

    private static Field<BigDecimal> figure(String column) {
        return DSL.field(DSL.name("t", column), BigDecimal.class);
    }
}
