package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.Centers;
import org.stockbook.documents.figures.PlannedMovements;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.database.jooq.enums.DocumentKind;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permissions;

/** One query over the lines of open documents; asked for one item, it reads the lines of that item only. */
@Repository
class PlannedMovementsInPostgres implements PlannedMovements {
    private static final String LINES = """
            (SELECT i.no AS item, v.code AS variant, l.code AS location, m.planned_on AS day, m.kind, m.document_no AS no,
                coalesce(p.name, c.name, o.code, '') AS partner, r.code AS center, m.quantity
            FROM planned_movement m JOIN document_header h ON h.id = m.document_header_id JOIN item i ON i.id = m.item_id JOIN item_variant v ON v.id = m.variant_id
                JOIN location l ON l.id = m.location_id LEFT JOIN location o ON o.id = m.other_location_id
                LEFT JOIN vendor p ON p.id = h.vendor_id LEFT JOIN customer c ON c.id = h.customer_id
                LEFT JOIN responsibility_center r ON r.id = h.responsibility_center_id) AS t""";
    private static final String SUMS = """
            (SELECT item, kind, sign(quantity) AS direction, center, count(DISTINCT no) AS documents, sum(quantity) AS quantity
            FROM %s GROUP BY item, kind, sign(quantity), center) AS t""".formatted(LINES);
    private static final Field<DocumentKind> KIND = DSL.field(DSL.name("t", "kind"), SQLDataType.VARCHAR.asEnumDataType(DocumentKind.class));

    private final DSLContext database;
    private final Centers centers;
    private final Permissions permissions;

    PlannedMovementsInPostgres(DSLContext database, Centers centers, Permissions permissions) {
        this.database = database;
        this.centers = centers;
        this.permissions = permissions;
    }

    @Override
    public RowSource lines() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", text("item"));
        fields.put("variantCode", text("variant"));
        fields.put("locationCode", text("location"));
        fields.put("plannedDate", DSL.field(DSL.name("t", "day"), LocalDate.class));
        fields.put("documentKind", KIND);
        fields.put("documentNumber", text("no"));
        fields.put("partnerName", text("partner"));
        fields.put("quantity", DSL.field(DSL.name("t", "quantity"), BigDecimal.class));
        return rows(LINES, fields, Stream.of("plannedDate", "documentNumber", "itemNumber", "variantCode", "locationCode", "documentKind", "quantity").map(Sort::ascending).toList())
                .summingAlike(text("item"), Set.of("quantity"));
    }

    @Override
    public RowSource sums() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", text("item"));
        fields.put("documentKind", KIND);
        fields.put("direction", DSL.field(DSL.name("t", "direction"), BigDecimal.class));
        fields.put("documents", DSL.field(DSL.name("t", "documents"), Long.class));
        fields.put("quantity", DSL.field(DSL.name("t", "quantity"), BigDecimal.class));
        return rows(SUMS, fields, List.of(Sort.ascending("itemNumber"), Sort.ascending("documentKind"), Sort.ascending("direction")));
    }

    private TableRows rows(String table, Map<String, Field<?>> fields, List<Sort> order) {
        return new TableRows(database, _ -> DSL.table(DSL.sql(table)), fields, order).only(visible());
    }

    /** Documents of other centres are not there for who is limited to one (spec: responsibility-centers, section 4). */
    private Condition visible() {
        var login = permissions.login();
        return DSL.and(Arrays.stream(TradeSide.values()).flatMap(side -> centers.of(side, login).limitedTo().stream()
                .map(only -> DSL.not(KIND.cast(String.class).startsWith(side.name())).or(text("center").eq(only)))).toList());
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name("t", column), String.class);
    }
}
