package org.stockbook.documents.store;

import static org.stockbook.platform.database.jooq.Tables.CURRENCY;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_HEADER;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_LINE;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CHARGE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.POSTED_DOCUMENT;
import static org.stockbook.platform.database.jooq.Tables.POSTED_DOCUMENT_LINE;
import static org.stockbook.platform.database.jooq.Tables.RESPONSIBILITY_CENTER;
import static org.stockbook.platform.database.jooq.Tables.RETURN_REASON;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.Centers;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.database.jooq.enums.DocumentKind;
import org.stockbook.platform.database.jooq.enums.DocumentType;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permissions;

/** Documents as rows; amounts and progress are summed from the lines of each document. */
@Repository
class DocumentRowsInPostgres implements DocumentRows {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final DSLContext database;
    private final Centers centers;
    private final Permissions permissions;

    DocumentRowsInPostgres(DSLContext database, Centers centers, Permissions permissions) {
        this.database = database;
        this.centers = centers;
        this.permissions = permissions;
    }

    /** Documents of other centres are not there for who is limited to one (spec: responsibility-centers, section 4). */
    private Function<RowRequest, Table<?>> visible(Table<?> documents, Field<Long> center, String kind) {
        return _ -> sideOf(kind)
                .flatMap(side -> centers.of(side, permissions.login()).limitedTo())
                .<Table<?>>map(only -> documents.join(RESPONSIBILITY_CENTER).on(RESPONSIBILITY_CENTER.ID.eq(center)).and(RESPONSIBILITY_CENTER.CODE.eq(only)))
                .orElse(documents);
    }

    private static Optional<TradeSide> sideOf(String kind) {
        return Arrays.stream(TradeSide.values()).filter(side -> kind.startsWith(side.name())).findFirst();
    }

    @Override
    public RowSource open(String kind) {
        var header = DOCUMENT_HEADER;
        var sums = openSums();
        var to = LOCATION.as("to_location");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", header.NO);
        fields.put("partnerNumber", DSL.coalesce(VENDOR.NO, CUSTOMER.NO, DSL.inline("")));
        fields.put("partnerName", DSL.coalesce(VENDOR.NAME, CUSTOMER.NAME, DSL.inline("")));
        fields.put("status", header.STATUS);
        fields.put("orderDate", DSL.coalesce(header.ORDER_DATE, header.DOCUMENT_DATE));
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("requestedDate", header.REQUESTED_DATE);
        fields.put("dueDate", header.DUE_DATE);
        fields.put("validUntilDate", header.VALID_UNTIL);
        fields.put("externalDocumentNumber", header.EXTERNAL_DOCUMENT_NO);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("transferToCode", to.CODE);
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("amount", figure(sums, "amount"));
        fields.put("handledPercent", figure(sums, "handled_percent"));
        fields.put("invoicedPercent", figure(sums, "invoiced_percent"));
        fields.put("notInvoiced", figure(sums, "not_invoiced"));
        fields.put("assignedUser", header.ASSIGNED_USER);
        fields.put("changedBy", header.CHANGED_BY);
        fields.put("lastModifiedDateTime", header.CHANGED_AT);
        fields.put(TableRows.CHANGE_NUMBER, changeNumber(header));
        var from = header.leftJoin(VENDOR).on(VENDOR.ID.eq(header.VENDOR_ID)).leftJoin(CUSTOMER).on(CUSTOMER.ID.eq(header.CUSTOMER_ID))
                .join(LOCATION).on(LOCATION.ID.eq(header.LOCATION_ID)).join(to).on(to.ID.eq(header.TO_LOCATION_ID)).join(CURRENCY).on(CURRENCY.ID.eq(header.CURRENCY_ID))
                .leftJoin(sums).on(DSL.field(DSL.name(sums.getName(), "document_id"), Long.class).eq(header.ID));
        return new TableRows(database, visible(from, header.RESPONSIBILITY_CENTER_ID, kind), fields, List.of(Sort.descending("number"))).only(header.KIND.cast(String.class).eq(kind)).identifiedBy(header.ID)
                .summing(Map.of("amount", inLocalCurrency(figure(sums, "amount"), header.RATE_CURRENCY_UNITS, header.RATE_LOCAL_UNITS),
                        "notInvoiced", inLocalCurrency(figure(sums, "not_invoiced"), header.RATE_CURRENCY_UNITS, header.RATE_LOCAL_UNITS)));
    }

    /** Amounts of many documents are added up in local currency, each at the rate of its document. */
    private static Field<BigDecimal> inLocalCurrency(Field<BigDecimal> amount, Field<BigDecimal> currencyUnits, Field<BigDecimal> localUnits) {
        return DSL.round(amount.mul(localUnits).div(currencyUnits), 2);
    }

    /** Amount without VAT, how much is handled and invoiced, and the amount of what is handled and not invoiced. */
    private static Table<?> openSums() {
        var line = DOCUMENT_LINE;
        var price = line.UNIT_PRICE.mul(DSL.inline(HUNDRED).minus(line.LINE_DISCOUNT_PERCENTAGE)).div(HUNDRED);
        return DSL.select(line.DOCUMENT_HEADER_ID.as("document_id"),
                        DSL.sum(DSL.round(line.QUANTITY.mul(price), 2).minus(line.INVOICE_DISCOUNT_AMOUNT)).as("amount"),
                        percent(line.QUANTITY_HANDLED).as("handled_percent"), percent(line.QUANTITY_INVOICED).as("invoiced_percent"),
                        DSL.sum(DSL.round(line.QUANTITY_HANDLED.minus(line.QUANTITY_INVOICED).mul(price), 2)).as("not_invoiced"))
                .from(line).groupBy(line.DOCUMENT_HEADER_ID).asTable("sums");
    }

    private static Field<BigDecimal> percent(Field<BigDecimal> part) {
        return DSL.round(DSL.sum(part).mul(HUNDRED).div(DSL.nullif(DSL.sum(DOCUMENT_LINE.QUANTITY), BigDecimal.ZERO)), 0);
    }

    private static Field<Long> changeNumber(Table<?> table) {
        return DSL.field("{0}.change_number", Long.class, table);
    }

    private static Field<BigDecimal> figure(Table<?> sums, String name) {
        return DSL.coalesce(DSL.field(DSL.name(sums.getName(), name), BigDecimal.class), DSL.inline(BigDecimal.ZERO));
    }

    /** Prices, quantities and progress bear the names of both sides; a list of one side shows its own. */
    @Override
    public RowSource lines(String kind) {
        var header = DOCUMENT_HEADER;
        var line = DOCUMENT_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("documentNumber", header.NO);
        fields.put("sequence", line.LINE_NO);
        fields.put("etag", line.VERSION.cast(String.class));
        fields.put("lineType", lineType(line.LINE_TYPE));
        fields.put("lineObjectNumber", DSL.coalesce(ITEM.NO, ITEM_CHARGE.NO, GL_ACCOUNT.NO, line.RESOURCE_NO));
        fields.put("itemNumber", DSL.coalesce(ITEM.NO, DSL.inline("")));
        fields.put("itemVariantCode", ITEM_VARIANT.CODE);
        fields.put("description", line.DESCRIPTION);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("unitOfMeasureCode", line.UNIT_OF_MEASURE_CODE);
        fields.put("quantity", line.QUANTITY);
        fields.put("outstandingQuantity", line.QUANTITY.minus(line.QUANTITY_HANDLED));
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("directUnitCost", line.UNIT_PRICE);
        fields.put("unitPrice", line.UNIT_PRICE);
        fields.put("discountPercent", line.LINE_DISCOUNT_PERCENTAGE);
        fields.put("receiveQuantity", line.QUANTITY_TO_HANDLE);
        fields.put("shipQuantity", line.QUANTITY_TO_HANDLE);
        fields.put("receivedQuantity", line.QUANTITY_HANDLED);
        fields.put("shippedQuantity", line.QUANTITY_HANDLED);
        fields.put("invoiceQuantity", line.QUANTITY_TO_INVOICE);
        fields.put("invoicedQuantity", line.QUANTITY_INVOICED);
        fields.put("appliesToEntryNumber", line.APPLIES_TO_ENTRY_NO);
        fields.put("appliesFromEntryNumber", line.APPLIES_FROM_ENTRY_NO);
        fields.put("returnReasonCode", DSL.coalesce(RETURN_REASON.CODE, DSL.inline("")));
        fields.put("dimensionSetId", line.DIMENSION_SET_ID);
        fields.put("lastModifiedDateTime", line.CHANGED_AT);
        fields.put(TableRows.CHANGE_NUMBER, changeNumber(line));
        var from = line.join(header).on(header.ID.eq(line.DOCUMENT_HEADER_ID)).leftJoin(ITEM).on(ITEM.ID.eq(line.ITEM_ID))
                .leftJoin(ITEM_CHARGE).on(ITEM_CHARGE.ID.eq(line.ITEM_CHARGE_ID)).leftJoin(GL_ACCOUNT).on(GL_ACCOUNT.ID.eq(line.GL_ACCOUNT_ID))
                .join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(line.VARIANT_ID)).join(LOCATION).on(LOCATION.ID.eq(line.LOCATION_ID)).join(CURRENCY).on(CURRENCY.ID.eq(header.CURRENCY_ID))
                .leftJoin(RETURN_REASON).on(RETURN_REASON.ID.eq(line.RETURN_REASON_ID));
        return new TableRows(database, visible(from, header.RESPONSIBILITY_CENTER_ID, kind), fields, List.of(Sort.ascending("documentNumber"), Sort.ascending("sequence")))
                .only(header.KIND.eq(DocumentKind.valueOf(kind))).identifiedBy(line.ID);
    }

    @Override
    public RowSource postedLines(String type) {
        var header = POSTED_DOCUMENT;
        var line = POSTED_DOCUMENT_LINE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("documentNumber", header.NO);
        fields.put("sequence", line.LINE_NO);
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("lineType", lineType(line.LINE_TYPE));
        fields.put("lineObjectNumber", DSL.coalesce(ITEM.NO, ITEM_CHARGE.NO, GL_ACCOUNT.NO, line.RESOURCE_NO));
        fields.put("itemNumber", DSL.coalesce(ITEM.NO, DSL.inline("")));
        fields.put("itemVariantCode", ITEM_VARIANT.CODE);
        fields.put("description", line.DESCRIPTION);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("unitOfMeasureCode", line.UNIT_OF_MEASURE_CODE);
        fields.put("quantity", line.POSTED_QUANTITY);
        fields.put("invoicedQuantity", line.QUANTITY_INVOICED);
        fields.put("directUnitCost", line.UNIT_PRICE);
        fields.put("unitPrice", line.UNIT_PRICE);
        fields.put("discountPercent", line.LINE_DISCOUNT_PERCENTAGE);
        fields.put("netAmount", line.NET_AMOUNT);
        fields.put("netTaxAmount", line.VAT_AMOUNT);
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("orderNumber", header.DOCUMENT_NO);
        fields.put("orderSequence", line.ORDER_LINE_NO);
        fields.put("corrected", DSL.condition(line.CORRECTED).or(line.CORRECTS_LINE_ID.isNotNull()));
        fields.put("returnReasonCode", DSL.coalesce(RETURN_REASON.CODE, DSL.inline("")));
        fields.put("dimensionSetId", line.DIMENSION_SET_ID);
        var from = line.join(header).on(header.ID.eq(line.POSTED_DOCUMENT_ID)).leftJoin(ITEM).on(ITEM.ID.eq(line.ITEM_ID))
                .leftJoin(ITEM_CHARGE).on(ITEM_CHARGE.ID.eq(line.ITEM_CHARGE_ID)).leftJoin(GL_ACCOUNT).on(GL_ACCOUNT.ID.eq(line.GL_ACCOUNT_ID))
                .join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(line.VARIANT_ID)).join(LOCATION).on(LOCATION.ID.eq(line.LOCATION_ID)).join(CURRENCY).on(CURRENCY.ID.eq(header.CURRENCY_ID))
                .leftJoin(RETURN_REASON).on(RETURN_REASON.ID.eq(line.RETURN_REASON_ID));
        return new TableRows(database, visible(from, header.RESPONSIBILITY_CENTER_ID, type), fields, List.of(Sort.descending("documentNumber"), Sort.ascending("sequence")))
                .only(header.DOCUMENT_TYPE.eq(DocumentType.valueOf(type))).identifiedBy(line.ID);
    }

    /** How the API calls what a line is about. */
    private static Field<String> lineType(Field<?> stored) {
        return DSL.decode(stored.cast(String.class), DSL.inline("ITEM"), DSL.inline("item"), DSL.inline("ITEM_CHARGE"), DSL.inline("charge"),
                DSL.inline("GL_ACCOUNT"), DSL.inline("account"), DSL.inline("RESOURCE"), DSL.inline("resource"), DSL.inline("comment"));
    }

    @Override
    public RowSource posted(Set<String> types) {
        var header = POSTED_DOCUMENT;
        var line = POSTED_DOCUMENT_LINE;
        var sums = DSL.select(line.POSTED_DOCUMENT_ID.as("document_id"), DSL.sum(line.NET_AMOUNT).as("amount"), DSL.boolAnd(line.CORRECTED).as("corrected"))
                .from(line).groupBy(line.POSTED_DOCUMENT_ID).asTable("posted_sums");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", header.NO);
        fields.put("documentType", header.DOCUMENT_TYPE);
        fields.put("postingDate", header.POSTING_DATE);
        fields.put("partnerNumber", DSL.coalesce(VENDOR.NO, CUSTOMER.NO, DSL.inline("")));
        fields.put("partnerName", DSL.coalesce(VENDOR.NAME, CUSTOMER.NAME, DSL.inline("")));
        fields.put("vendorNumber", DSL.coalesce(VENDOR.NO, DSL.inline("")));
        fields.put("vendorName", DSL.coalesce(VENDOR.NAME, DSL.inline("")));
        fields.put("customerNumber", DSL.coalesce(CUSTOMER.NO, DSL.inline("")));
        fields.put("customerName", DSL.coalesce(CUSTOMER.NAME, DSL.inline("")));
        fields.put("orderNumber", header.DOCUMENT_NO);
        fields.put("externalDocumentNumber", header.EXTERNAL_DOCUMENT_NO);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("dueDate", header.DUE_DATE);
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("amount", figure(sums, "amount"));
        fields.put("reversed", DSL.coalesce(DSL.field(DSL.name(sums.getName(), "corrected"), Boolean.class), DSL.inline(false)));
        fields.put("registerNumber", header.ITEM_REGISTER_NO);
        fields.put("userName", header.POSTED_BY);
        fields.put("createdAt", header.POSTED_AT);
        var from = header.leftJoin(VENDOR).on(VENDOR.ID.eq(header.VENDOR_ID)).leftJoin(CUSTOMER).on(CUSTOMER.ID.eq(header.CUSTOMER_ID))
                .join(LOCATION).on(LOCATION.ID.eq(header.LOCATION_ID)).join(CURRENCY).on(CURRENCY.ID.eq(header.CURRENCY_ID))
                .leftJoin(sums).on(DSL.field(DSL.name(sums.getName(), "document_id"), Long.class).eq(header.ID));
        var kind = types.stream().findFirst().orElse("");
        return new TableRows(database, visible(from, header.RESPONSIBILITY_CENTER_ID, kind), fields, List.of(Sort.descending("number"))).only(header.DOCUMENT_TYPE.cast(String.class).in(types)).identifiedBy(header.ID)
                .summing(Map.of("amount", inLocalCurrency(figure(sums, "amount"), header.RATE_CURRENCY_UNITS, header.RATE_LOCAL_UNITS)));
    }
}
