package org.stockbook.generaljournal.store;

import static org.stockbook.platform.database.jooq.Tables.CURRENCY;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_LEDGER_ENTRY_DETAIL;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_LEDGER_ENTRY_DETAIL;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.generaljournal.LedgerRows;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** What remains of an entry is summed from its details, by their index. */
@Repository
class LedgerRowsInPostgres implements LedgerRows {
    private static final List<Sort> NEWEST_FIRST = List.of(Sort.descending("entryNumber"));

    private final DSLContext database;

    LedgerRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public RowSource journals() {
        return DraftRows.batches(database);
    }

    @Override
    public RowSource journalLines() {
        return DraftRows.lines(database);
    }

    @Override
    public RowSource vendorLedgerEntries() {
        var entry = VENDOR_LEDGER_ENTRY;
        var detail = VENDOR_LEDGER_ENTRY_DETAIL;
        var remaining = DSL.field(DSL.select(DSL.sum(detail.AMOUNT)).from(detail).where(detail.VENDOR_LEDGER_ENTRY_NO.eq(entry.ENTRY_NO)));
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("dueDate", entry.DUE_DATE);
        fields.put("documentType", entry.DOCUMENT_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("externalDocumentNumber", entry.EXTERNAL_DOCUMENT_NO);
        fields.put("vendorNumber", VENDOR.NO);
        fields.put("vendorName", VENDOR.NAME);
        fields.put("description", entry.DESCRIPTION);
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("currencyAmount", entry.CURRENCY_AMOUNT);
        fields.put("amount", entry.AMOUNT);
        fields.put("remainingAmount", DSL.coalesce(remaining, DSL.inline(BigDecimal.ZERO)));
        fields.put("open", entry.IS_OPEN);
        fields.put("transactionNumber", entry.TRANSACTION_NO);
        return rows(entry.join(VENDOR).on(VENDOR.ID.eq(entry.VENDOR_ID)).join(CURRENCY).on(CURRENCY.ID.eq(entry.CURRENCY_ID)), fields);
    }

    @Override
    public RowSource customerLedgerEntries() {
        var entry = CUSTOMER_LEDGER_ENTRY;
        var detail = CUSTOMER_LEDGER_ENTRY_DETAIL;
        var remaining = DSL.field(DSL.select(DSL.sum(detail.AMOUNT)).from(detail).where(detail.CUSTOMER_LEDGER_ENTRY_NO.eq(entry.ENTRY_NO)));
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("dueDate", entry.DUE_DATE);
        fields.put("documentType", entry.DOCUMENT_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("externalDocumentNumber", entry.EXTERNAL_DOCUMENT_NO);
        fields.put("customerNumber", CUSTOMER.NO);
        fields.put("customerName", CUSTOMER.NAME);
        fields.put("description", entry.DESCRIPTION);
        fields.put("currencyCode", CURRENCY.CODE);
        fields.put("currencyAmount", entry.CURRENCY_AMOUNT);
        fields.put("amount", entry.AMOUNT);
        fields.put("remainingAmount", DSL.coalesce(remaining, DSL.inline(BigDecimal.ZERO)));
        fields.put("open", entry.IS_OPEN);
        fields.put("transactionNumber", entry.TRANSACTION_NO);
        return rows(entry.join(CUSTOMER).on(CUSTOMER.ID.eq(entry.CUSTOMER_ID)).join(CURRENCY).on(CURRENCY.ID.eq(entry.CURRENCY_ID)), fields);
    }

    @Override
    public RowSource vatEntries() {
        var entry = VAT_ENTRY;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("taxDate", entry.VAT_DATE);
        fields.put("documentType", entry.DOCUMENT_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("generalPostingType", entry.GENERAL_POSTING_TYPE);
        fields.put("taxBusinessPostingGroupCode", VAT_BUSINESS_GROUP.CODE);
        fields.put("taxProductPostingGroupCode", VAT_PRODUCT_GROUP.CODE);
        fields.put("taxPercentage", entry.VAT_PERCENTAGE);
        fields.put("baseAmount", entry.BASE_AMOUNT);
        fields.put("taxAmount", entry.VAT_AMOUNT);
        fields.put("closed", entry.CLOSED);
        fields.put("transactionNumber", entry.TRANSACTION_NO);
        return rows(entry.join(VAT_BUSINESS_GROUP).on(VAT_BUSINESS_GROUP.ID.eq(entry.VAT_BUSINESS_GROUP_ID))
                .join(VAT_PRODUCT_GROUP).on(VAT_PRODUCT_GROUP.ID.eq(entry.VAT_PRODUCT_GROUP_ID)), fields);
    }

    private RowSource rows(TableLike<?> from, Map<String, Field<?>> fields) {
        return new TableRows(database, _ -> from, fields, NEWEST_FIRST);
    }
}
