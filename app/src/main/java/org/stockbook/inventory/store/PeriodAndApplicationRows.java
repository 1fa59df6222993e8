package org.stockbook.inventory.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** What is worked on as lists: applications that hold, and inventory periods. */
final class PeriodAndApplicationRows {
    private static final String APPLICATIONS = """
            SELECT a.entry_no, i.no AS item_no, i.description, v.code AS variant_code, l.code AS location_code, -a.quantity AS quantity,
                a.inbound_entry_no, e.posting_date AS inbound_date, e.document_no AS inbound_document_no, e.remaining_quantity,
                a.outbound_entry_no, d.posting_date AS outbound_date, d.document_no AS outbound_document_no
            FROM item_application a JOIN item i ON i.id = a.item_id
            JOIN item_ledger_entry e ON e.item_id = a.item_id AND e.entry_no = a.inbound_entry_no
            JOIN item_ledger_entry d ON d.item_id = a.item_id AND d.entry_no = a.outbound_entry_no
            JOIN item_variant v ON v.id = e.variant_id JOIN location l ON l.id = e.location_id
            WHERE a.removed_by_register_no IS NULL AND a.quantity < 0""";
    private static final String PERIODS = """
            SELECT p.ending_date, p.name, p.closed, e.happened_at, u.login, e.last_item_register_no
            FROM inventory_period p
            LEFT JOIN LATERAL (SELECT * FROM inventory_period_event x WHERE x.ending_date = p.ending_date ORDER BY x.id DESC LIMIT 1) e ON true
            LEFT JOIN app_user u ON u.id = e.user_id""";

    private final DSLContext database;

    PeriodAndApplicationRows(DSLContext database) {
        this.database = database;
    }

    RowSource applications() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", field("entry_no", Long.class));
        fields.put("itemNumber", field("item_no", String.class));
        fields.put("description", field("description", String.class));
        fields.put("variantCode", field("variant_code", String.class));
        fields.put("locationCode", field("location_code", String.class));
        fields.put("quantity", field("quantity", BigDecimal.class));
        fields.put("outboundItemEntryNumber", field("outbound_entry_no", Long.class));
        fields.put("outboundPostingDate", field("outbound_date", LocalDate.class));
        fields.put("outboundDocumentNumber", field("outbound_document_no", String.class));
        fields.put("inboundItemEntryNumber", field("inbound_entry_no", Long.class));
        fields.put("inboundPostingDate", field("inbound_date", LocalDate.class));
        fields.put("inboundDocumentNumber", field("inbound_document_no", String.class));
        fields.put("remainingQuantity", field("remaining_quantity", BigDecimal.class));
        return rows(APPLICATIONS, fields, "entryNumber");
    }

    RowSource periods() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("endingDate", field("ending_date", LocalDate.class));
        fields.put("name", field("name", String.class));
        fields.put("closed", field("closed", Boolean.class));
        fields.put("changedAt", field("happened_at", OffsetDateTime.class));
        fields.put("changedBy", field("login", String.class));
        fields.put("registerNumber", field("last_item_register_no", Long.class));
        return rows(PERIODS, fields, "endingDate");
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return DSL.field(DSL.name("listed", name), type);
    }

    private RowSource rows(String query, Map<String, Field<?>> fields, String key) {
        var listed = DSL.table("(" + query + ") AS listed");
        return new TableRows(database, _ -> listed, fields, List.of(Sort.descending(key)));
    }
}
