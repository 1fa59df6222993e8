package org.stockbook.generaljournal.store;

import static org.stockbook.platform.database.jooq.Tables.GENERAL_JOURNAL_BATCH;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Batches of the general journal and their lines as rows: texts are values where they read as such, and nothing otherwise. */
final class DraftRows {
    private static final String TYPED = "general_journal_line.typed ->> '%s'";
    private static final String DATE = "CASE WHEN %1$s ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND pg_input_is_valid(%1$s, 'date') THEN (%1$s)::date END";
    private static final String AMOUNT = "CASE WHEN %1$s ~ '^-?[0-9]{1,13}([.][0-9]{1,2})?$' THEN (%1$s)::numeric END";
    private static final String FLAG = "CASE WHEN %1$s IN ('true', 'false') THEN (%1$s)::boolean END";

    private DraftRows() {}

    static RowSource batches(DSLContext database) {
        var batch = GENERAL_JOURNAL_BATCH;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", batch.NAME);
        fields.put("etag", batch.VERSION.cast(String.class));
        fields.put("displayName", batch.DESCRIPTION);
        fields.put("balancingAccountNumber", batch.BALANCING_ACCOUNT_NO);
        fields.put("numberSeriesCode", NUMBER_SERIES.CODE);
        fields.put("reasonCode", batch.REASON_CODE);
        fields.put("lines", DSL.field(DSL.selectCount().from(GENERAL_JOURNAL_LINE).where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.ID))));
        return new TableRows(database, _ -> batch.leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(batch.NUMBER_SERIES_ID)), fields, List.of(Sort.ascending("code")))
                .identifiedBy(batch.ID);
    }

    static RowSource lines(DSLContext database) {
        var line = GENERAL_JOURNAL_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("journalCode", GENERAL_JOURNAL_BATCH.NAME);
        fields.put("sequence", line.LINE_NO);
        fields.put("etag", line.VERSION.cast(String.class));
        for (var field : GeneralJournalField.values()) {
            if (field != GeneralJournalField.LINE) {
                fields.put(field.property(), value(field));
            }
        }
        fields.put("lastModifiedDateTime", line.CHANGED_AT);
        return new TableRows(database, _ -> line.join(GENERAL_JOURNAL_BATCH).on(GENERAL_JOURNAL_BATCH.ID.eq(line.GENERAL_JOURNAL_BATCH_ID)), fields,
                List.of(Sort.ascending("journalCode"), Sort.ascending("sequence"))).identifiedBy(line.ID);
    }

    private static Field<?> value(GeneralJournalField field) {
        var text = "(" + TYPED.formatted(field.property()) + ")";
        return switch (field) {
            case POSTING_DATE, DOCUMENT_DATE, DUE_DATE -> DSL.field(DATE.formatted(text), LocalDate.class);
            case AMOUNT -> DSL.field(AMOUNT.formatted(text), BigDecimal.class);
            case CORRECTION, CLOSING -> DSL.field(FLAG.formatted(text), Boolean.class);
            case LINE, DOCUMENT_TYPE, DOCUMENT_NO, EXTERNAL_DOCUMENT_NO, ACCOUNT_TYPE, ACCOUNT_NO, DESCRIPTION, CURRENCY, BALANCING_TYPE, BALANCING_NO, APPLIES_TO_TYPE,
                    APPLIES_TO_NO, POSTING_TYPE, TAX_BUSINESS_GROUP, TAX_PRODUCT_GROUP, REASON, DIMENSION_1, DIMENSION_2 -> DSL.field(text, String.class);
        };
    }
}
