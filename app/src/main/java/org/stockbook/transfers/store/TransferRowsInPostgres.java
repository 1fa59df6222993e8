package org.stockbook.transfers.store;

import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_HEADER;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_LINE;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.POSTED_DOCUMENT;
import static org.stockbook.platform.database.jooq.Tables.POSTED_DOCUMENT_LINE;
import static org.stockbook.platform.database.jooq.Tables.TRANSFER_ROUTE;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.platform.database.jooq.enums.DocumentKind;
import org.stockbook.platform.database.jooq.enums.DocumentType;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.transfers.TransferRows;

/** Transfers as rows; progress is summed from the lines of each order. */
@Repository
class TransferRowsInPostgres implements TransferRows {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final DSLContext database;

    TransferRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public RowSource orders() {
        var header = DOCUMENT_HEADER;
        var line = DOCUMENT_LINE;
        var to = LOCATION.as("to_location");
        var between = LOCATION.as("in_transit_location");
        var sums = DSL.select(line.DOCUMENT_HEADER_ID.as("document_id"), percent(line.QUANTITY_HANDLED).as("shipped_percent"),
                        percent(line.QUANTITY_INVOICED).as("received_percent"))
                .from(line).groupBy(line.DOCUMENT_HEADER_ID).asTable("sums");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", header.NO);
        fields.put("status", header.STATUS);
        fields.put("transferFromCode", LOCATION.CODE);
        fields.put("transferToCode", to.CODE);
        fields.put("inTransitCode", between.CODE);
        fields.put("transferRoute", header.TRANSFER_ROUTE);
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("shipmentDate", DSL.coalesce(header.SHIPMENT_DATE, header.POSTING_DATE));
        fields.put("receiptDate", DSL.coalesce(header.RECEIPT_DATE, header.POSTING_DATE));
        fields.put("shippedPercent", figure(sums, "shipped_percent"));
        fields.put("receivedPercent", figure(sums, "received_percent"));
        fields.put("externalDocumentNumber", header.EXTERNAL_DOCUMENT_NO);
        fields.put("assignedUser", header.ASSIGNED_USER);
        fields.put("lastModifiedDateTime", header.CHANGED_AT);
        fields.put(TableRows.CHANGE_NUMBER, DSL.field("{0}.change_number", Long.class, header));
        var from = header.join(LOCATION).on(LOCATION.ID.eq(header.LOCATION_ID)).join(to).on(to.ID.eq(header.TO_LOCATION_ID))
                .join(between).on(between.ID.eq(header.IN_TRANSIT_LOCATION_ID))
                .leftJoin(sums).on(DSL.field(DSL.name(sums.getName(), "document_id"), Long.class).eq(header.ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.descending("number"))).only(header.KIND.cast(String.class).eq("TRANSFER_ORDER"))
                .identifiedBy(header.ID);
    }

    private static Field<BigDecimal> percent(Field<BigDecimal> part) {
        return DSL.round(DSL.sum(part).mul(HUNDRED).div(DSL.nullif(DSL.sum(DOCUMENT_LINE.QUANTITY), BigDecimal.ZERO)), 0);
    }

    private static Field<BigDecimal> figure(Table<?> sums, String name) {
        return DSL.coalesce(DSL.field(DSL.name(sums.getName(), name), BigDecimal.class), DSL.inline(BigDecimal.ZERO));
    }

    @Override
    public RowSource lines() {
        var header = DOCUMENT_HEADER;
        var line = DOCUMENT_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("documentNumber", header.NO);
        fields.put("sequence", line.LINE_NO);
        fields.put("etag", line.VERSION.cast(String.class));
        fields.put("lineType", DSL.inline("item"));
        fields.put("lineObjectNumber", DSL.coalesce(ITEM.NO, DSL.inline("")));
        fields.put("itemNumber", DSL.coalesce(ITEM.NO, DSL.inline("")));
        fields.put("itemVariantCode", ITEM_VARIANT.CODE);
        fields.put("description", line.DESCRIPTION);
        fields.put("unitOfMeasureCode", line.UNIT_OF_MEASURE_CODE);
        fields.put("quantity", line.QUANTITY);
        fields.put("outstandingQuantity", line.QUANTITY.minus(line.QUANTITY_HANDLED));
        fields.put("shipQuantity", line.QUANTITY_TO_HANDLE);
        fields.put("shippedQuantity", line.QUANTITY_HANDLED);
        fields.put("inTransitQuantity", line.QUANTITY_HANDLED.minus(line.QUANTITY_INVOICED));
        fields.put("receiveQuantity", line.QUANTITY_TO_INVOICE);
        fields.put("receivedQuantity", line.QUANTITY_INVOICED);
        fields.put("appliesToEntryNumber", line.APPLIES_TO_ENTRY_NO);
        fields.put("dimensionSetId", line.DIMENSION_SET_ID);
        fields.put("lastModifiedDateTime", line.CHANGED_AT);
        fields.put(TableRows.CHANGE_NUMBER, DSL.field("{0}.change_number", Long.class, line));
        var from = line.join(header).on(header.ID.eq(line.DOCUMENT_HEADER_ID)).leftJoin(ITEM).on(ITEM.ID.eq(line.ITEM_ID)).join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(line.VARIANT_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("documentNumber"), Sort.ascending("sequence")))
                .only(header.KIND.eq(DocumentKind.TRANSFER_ORDER)).identifiedBy(line.ID);
    }

    @Override
    public RowSource posted(Set<String> types) {
        var header = POSTED_DOCUMENT;
        var line = POSTED_DOCUMENT_LINE;
        var to = LOCATION.as("to_location");
        var between = LOCATION.as("in_transit_location");
        var sums = DSL.select(line.POSTED_DOCUMENT_ID.as("document_id"), DSL.boolAnd(line.CORRECTED).as("corrected"))
                .from(line).groupBy(line.POSTED_DOCUMENT_ID).asTable("posted_sums");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", header.NO);
        fields.put("documentType", header.DOCUMENT_TYPE);
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("transferFromCode", LOCATION.CODE);
        fields.put("transferToCode", to.CODE);
        fields.put("inTransitCode", between.CODE);
        fields.put("orderNumber", header.DOCUMENT_NO);
        fields.put("externalDocumentNumber", header.EXTERNAL_DOCUMENT_NO);
        fields.put("reversed", DSL.coalesce(DSL.field(DSL.name(sums.getName(), "corrected"), Boolean.class), DSL.inline(false)));
        fields.put("registerNumber", header.ITEM_REGISTER_NO);
        fields.put("userName", header.POSTED_BY);
        fields.put("createdAt", header.POSTED_AT);
        var from = header.join(LOCATION).on(LOCATION.ID.eq(header.LOCATION_ID)).join(to).on(to.ID.eq(header.TO_LOCATION_ID))
                .join(between).on(between.ID.eq(header.IN_TRANSIT_LOCATION_ID))
                .leftJoin(sums).on(DSL.field(DSL.name(sums.getName(), "document_id"), Long.class).eq(header.ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.descending("number")))
                .only(header.DOCUMENT_TYPE.cast(String.class).in(types)).identifiedBy(header.ID);
    }

    @Override
    public RowSource postedLines(String type) {
        var header = POSTED_DOCUMENT;
        var line = POSTED_DOCUMENT_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("documentNumber", header.NO);
        fields.put("sequence", line.LINE_NO);
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("lineType", DSL.inline("item"));
        fields.put("lineObjectNumber", ITEM.NO);
        fields.put("itemNumber", ITEM.NO);
        fields.put("itemVariantCode", ITEM_VARIANT.CODE);
        fields.put("description", line.DESCRIPTION);
        fields.put("unitOfMeasureCode", line.UNIT_OF_MEASURE_CODE);
        fields.put("quantity", line.POSTED_QUANTITY);
        fields.put("orderNumber", header.DOCUMENT_NO);
        fields.put("orderSequence", line.ORDER_LINE_NO);
        fields.put("corrected", DSL.condition(line.CORRECTED).or(line.CORRECTS_LINE_ID.isNotNull()));
        fields.put("dimensionSetId", line.DIMENSION_SET_ID);
        var from = line.join(header).on(header.ID.eq(line.POSTED_DOCUMENT_ID)).join(ITEM).on(ITEM.ID.eq(line.ITEM_ID)).join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(line.VARIANT_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.descending("documentNumber"), Sort.ascending("sequence")))
                .only(header.DOCUMENT_TYPE.eq(DocumentType.valueOf(type))).identifiedBy(line.ID);
    }

    @Override
    public RowSource routes() {
        var route = TRANSFER_ROUTE;
        var to = LOCATION.as("to_location");
        var between = LOCATION.as("in_transit_location");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("transferFromCode", LOCATION.CODE);
        fields.put("transferToCode", to.CODE);
        fields.put("transferRoute", route.ROUTE);
        fields.put("inTransitCode", between.CODE);
        fields.put("shippingTime", route.SHIPPING_TIME);
        var from = route.join(LOCATION).on(LOCATION.ID.eq(route.FROM_LOCATION_ID)).join(to).on(to.ID.eq(route.TO_LOCATION_ID))
                .join(between).on(between.ID.eq(route.IN_TRANSIT_LOCATION_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("transferFromCode"), Sort.ascending("transferToCode")));
    }
}
