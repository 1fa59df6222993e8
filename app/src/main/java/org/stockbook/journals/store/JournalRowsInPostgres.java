package org.stockbook.journals.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_BATCH;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_TEMPLATE;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalRows;
import org.stockbook.platform.database.jooq.enums.InventoryValuePer;
import org.stockbook.platform.database.jooq.enums.RecurringMethod;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permissions;

/** Draft lines as rows: what was typed and cannot be read stands in no column. */
@Repository
class JournalRowsInPostgres implements JournalRows {
    private final DSLContext database;
    private final Permissions permissions;

    JournalRowsInPostgres(DSLContext database, Permissions permissions) {
        this.database = database;
        this.permissions = permissions;
    }

    @Override
    public RowSource lines() {
        var fields = fields();
        fields.put("journalKey", JOURNAL_LINE.JOURNAL_BATCH_ID);
        return new TableRows(database, inOwnJournals(), fields, List.of(Sort.ascending("journalKind"), Sort.ascending("journalCode"), Sort.ascending("sequence")))
                .identifiedBy(JOURNAL_LINE.ID);
    }

    /** Lines of journals in which the caller may not work are not there. */
    private Function<RowRequest, Table<?>> inOwnJournals() {
        return _ -> JOURNAL_LINE.join(JOURNAL_BATCH).on(JOURNAL_BATCH.ID.eq(JOURNAL_LINE.JOURNAL_BATCH_ID))
                .join(JOURNAL_TEMPLATE).on(JOURNAL_TEMPLATE.ID.eq(JOURNAL_BATCH.JOURNAL_TEMPLATE_ID)).and(own());
    }

    private Condition own() {
        return DSL.or(Arrays.stream(JournalKind.values()).filter(kind -> permissions.has(kind.editing())).map(JournalDraftsInPostgres::ofKind).toList());
    }

    @Override
    public RowSource batches(JournalKind kind) {
        var batch = JOURNAL_BATCH;
        var posting = NUMBER_SERIES.as("posting");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", batch.NAME);
        fields.put("etag", batch.VERSION.cast(String.class));
        fields.put("displayName", batch.DESCRIPTION);
        fields.put("kind", DSL.inline(kind.word()));
        fields.put("numberSeriesCode", NUMBER_SERIES.CODE);
        fields.put("postingNumberSeriesCode", posting.CODE);
        fields.put("reasonCode", batch.REASON_CODE);
        fields.put("owner", APP_USER.LOGIN);
        fields.put("lines", DSL.field(DSL.selectCount().from(JOURNAL_LINE).where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.ID))));
        var from = batch.join(JOURNAL_TEMPLATE).on(JOURNAL_TEMPLATE.ID.eq(batch.JOURNAL_TEMPLATE_ID))
                .leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(batch.NUMBER_SERIES_ID)).leftJoin(posting).on(posting.ID.eq(batch.POSTING_NUMBER_SERIES_ID))
                .leftJoin(APP_USER).on(APP_USER.ID.eq(batch.OWNER_USER_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("code"))).only(JournalDraftsInPostgres.ofKind(kind)).identifiedBy(batch.ID);
    }

    @Override
    public RowSource templates() {
        var template = JOURNAL_TEMPLATE;
        var posting = NUMBER_SERIES.as("posting");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", template.NAME);
        fields.put("etag", template.VERSION.cast(String.class));
        fields.put("displayName", template.DESCRIPTION);
        fields.put("journalKind", kind());
        fields.put("recurring", template.RECURRING);
        fields.put("sourceCode", template.SOURCE_CODE);
        fields.put("reasonCode", template.REASON_CODE);
        fields.put("numberSeriesCode", NUMBER_SERIES.CODE);
        fields.put("postingNumberSeriesCode", posting.CODE);
        fields.put("incrementBatchName", template.INCREMENT_BATCH_NAME);
        var from = template.leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(template.NUMBER_SERIES_ID)).leftJoin(posting).on(posting.ID.eq(template.POSTING_NUMBER_SERIES_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("code"))).identifiedBy(template.ID);
    }

    private static LinkedHashMap<String, Field<?>> fields() {
        var line = JOURNAL_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("journalKind", kind());
        fields.put("journalCode", JOURNAL_BATCH.NAME);
        fields.put("sequence", line.LINE_NO);
        fields.put("etag", line.VERSION.cast(String.class));
        fields.put("entryType", line.ENTRY_TYPE);
        fields.put("postingDate", line.POSTING_DATE);
        fields.put("documentDate", line.DOCUMENT_DATE);
        fields.put("documentNumber", line.DOCUMENT_NO);
        fields.put("externalDocumentNumber", line.EXTERNAL_DOCUMENT_NO);
        fields.put("itemNumber", line.ITEM_NO);
        fields.put("variantCode", line.VARIANT_CODE);
        fields.put("description", line.DESCRIPTION);
        fields.put("locationCode", line.LOCATION_CODE);
        fields.put("newLocationCode", line.NEW_LOCATION_CODE);
        fields.put("newVariantCode", line.NEW_VARIANT_CODE);
        fields.put("quantity", line.QUANTITY);
        fields.put("unitOfMeasureCode", line.UNIT_OF_MEASURE_CODE);
        fields.put("quantityBase", line.QUANTITY_BASE);
        fields.put("unitAmount", line.UNIT_AMOUNT);
        fields.put("amount", line.AMOUNT);
        fields.put("appliesToEntry", line.APPLIES_TO_ENTRY_NO);
        fields.put("appliesFromEntry", line.APPLIES_FROM_ENTRY_NO);
        fields.put("serialNumber", line.SERIAL_NO);
        fields.put("lotNumber", line.LOT_NO);
        fields.put("reasonCode", line.REASON_CODE);
        fields.put("generalBusinessPostingGroupCode", line.GENERAL_BUSINESS_GROUP_CODE);
        fields.put("recurringMethod", DSL.nullif(line.RECURRING_METHOD, RecurringMethod.NONE));
        fields.put("recurringFrequency", line.RECURRING_FREQUENCY);
        fields.put("lineExpirationDate", line.RECURRING_UNTIL);
        fields.put("inventoryValuePer", DSL.nullif(line.INVENTORY_VALUE_PER, InventoryValuePer.NONE));
        fields.put("inventoryValueCalculated", line.INVENTORY_VALUE_CALCULATED);
        fields.put("unitCostCalculated", line.UNIT_COST_CALCULATED);
        fields.put("unitCostRevalued", line.UNIT_COST_REVALUED);
        fields.put("inventoryValueRevalued", line.INVENTORY_VALUE_REVALUED);
        fields.put("errors", line.ERROR_COUNT);
        fields.put("warnings", line.WARNING_COUNT);
        fields.put("lastModifiedDateTime", line.CHANGED_AT);
        return fields;
    }

    /** The word by which the API knows a journal. */
    private static Field<String> kind() {
        var words = Arrays.stream(JournalKind.values()).map(kind -> DSL.when(JournalDraftsInPostgres.ofKind(kind), DSL.inline(kind.word()))).toList();
        return DSL.coalesce(words.getFirst(), words.subList(1, words.size()).toArray(Field[]::new));
    }
}
