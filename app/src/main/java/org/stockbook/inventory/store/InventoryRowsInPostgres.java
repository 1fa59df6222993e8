package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_BALANCE;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_APPLICATION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.ITEM_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_REGISTER;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VALUE_ENTRY;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.database.StockAt;
import org.stockbook.platform.rows.BesideEntries;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.SearchedText;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.rows.TotalFilters;

/** The ledgers as rows, each a query that the database filters, orders and pages. */
@Repository
class InventoryRowsInPostgres implements InventoryRows {
    private final DSLContext database;

    InventoryRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public RowSource itemLedgerEntries() {
        var entry = ITEM_LEDGER_ENTRY;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("entryType", entry.ENTRY_TYPE);
        fields.put("documentType", entry.DOCUMENT_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("itemNumber", ITEM.NO);
        fields.put("description", described(entry.DESCRIPTION));
        fields.put("variantCode", ITEM_VARIANT.CODE);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("quantity", entry.QUANTITY);
        fields.put("invoicedQuantity", entry.INVOICED_QUANTITY);
        fields.put("remainingQuantity", entry.REMAINING_QUANTITY);
        fields.put("costAmountActual", costOf(VALUE_ENTRY.COST_AMOUNT_ACTUAL));
        fields.put("costAmountExpected", costOf(VALUE_ENTRY.COST_AMOUNT_EXPECTED));
        fields.put("open", entry.IS_OPEN);
        fields.put("serialNumber", entry.SERIAL_NO);
        fields.put("lotNumber", entry.LOT_NO);
        fields.put("externalDocumentNumber", entry.EXTERNAL_DOCUMENT_NO);
        fields.put("reasonCode", entry.REASON_CODE);
        fields.put("returnReasonCode", entry.RETURN_REASON_CODE);
        fields.put("sourceCode", entry.SOURCE_CODE);
        fields.put("registerNumber", entry.ITEM_REGISTER_NO);
        return new TableRows(database, request -> {
            var kind = BesideEntries.joined(request, Set.of("itemNumber", "description", "variantCode", "locationCode"));
            return entry.join(ITEM, kind).on(ITEM.ID.eq(entry.ITEM_ID)).join(ITEM_VARIANT, kind).on(ITEM_VARIANT.ID.eq(entry.VARIANT_ID))
                    .join(LOCATION, kind).on(LOCATION.ID.eq(entry.LOCATION_ID));
        }, fields, List.of(Sort.descending("entryNumber"))).foundBy(entry.ENTRY_NO)
                .searchedIn(List.of(SearchedText.beside(entry.ITEM_ID, ITEM.ID, ITEM.NO), SearchedText.beside(entry.ITEM_ID, ITEM.ID, ITEM.DESCRIPTION).where(entry.DESCRIPTION.eq("")),
                        SearchedText.beside(entry.VARIANT_ID, ITEM_VARIANT.ID, ITEM_VARIANT.CODE), SearchedText.beside(entry.LOCATION_ID, LOCATION.ID, LOCATION.CODE),
                        SearchedText.of(entry.DOCUMENT_NO), SearchedText.ofSome(entry.DESCRIPTION), SearchedText.ofSome(entry.SERIAL_NO), SearchedText.ofSome(entry.LOT_NO),
                        SearchedText.ofSome(entry.EXTERNAL_DOCUMENT_NO), SearchedText.ofSome(entry.REASON_CODE), SearchedText.ofSome(entry.SOURCE_CODE)))
                .summingAlike(entry.ITEM_ID, Set.of("quantity", "remainingQuantity"));
    }

    /** The description of the entry, the item's where it has none. */
    private static Field<String> described(Field<String> own) {
        return DSL.coalesce(DSL.nullif(own, ""), ITEM.DESCRIPTION);
    }

    private static Field<BigDecimal> costOf(Field<BigDecimal> amount) {
        return DSL.field(DSL.select(DSL.coalesce(DSL.sum(amount), BigDecimal.ZERO)).from(VALUE_ENTRY)
                .where(VALUE_ENTRY.ITEM_ID.eq(ITEM_LEDGER_ENTRY.ITEM_ID)).and(VALUE_ENTRY.ITEM_LEDGER_ENTRY_NO.eq(ITEM_LEDGER_ENTRY.ENTRY_NO)));
    }

    @Override
    public RowSource valueEntries() {
        var entry = VALUE_ENTRY;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("valuationDate", entry.VALUATION_DATE);
        fields.put("valueEntryType", entry.VALUE_ENTRY_TYPE);
        fields.put("varianceType", entry.VARIANCE_TYPE);
        fields.put("itemLedgerEntryType", entry.ITEM_LEDGER_ENTRY_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("itemNumber", ITEM.NO);
        fields.put("description", described(entry.DESCRIPTION));
        fields.put("variantCode", ITEM_VARIANT.CODE);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("itemLedgerEntryNumber", entry.ITEM_LEDGER_ENTRY_NO);
        fields.put("valuedQuantity", entry.VALUED_QUANTITY);
        fields.put("invoicedQuantity", entry.INVOICED_QUANTITY);
        fields.put("costPerUnit", entry.COST_PER_UNIT);
        fields.put("costAmountActual", entry.COST_AMOUNT_ACTUAL);
        fields.put("costAmountExpected", entry.COST_AMOUNT_EXPECTED);
        fields.put("costPostedToGl", entry.COST_POSTED_TO_GL);
        fields.put("expectedCostPostedToGl", entry.EXPECTED_COST_POSTED_TO_GL);
        fields.put("salesAmountActual", entry.SALES_AMOUNT_ACTUAL);
        fields.put("adjustment", entry.ADJUSTMENT);
        fields.put("returnReasonCode", entry.RETURN_REASON_CODE);
        fields.put("inventoryPostingGroupCode", INVENTORY_POSTING_GROUP.CODE);
        fields.put("registerNumber", entry.ITEM_REGISTER_NO);
        return new TableRows(database, request -> {
            var kind = BesideEntries.joined(request, Set.of("itemNumber", "description", "variantCode", "locationCode", "inventoryPostingGroupCode"));
            return entry.join(ITEM, kind).on(ITEM.ID.eq(entry.ITEM_ID)).join(ITEM_VARIANT, kind).on(ITEM_VARIANT.ID.eq(entry.VARIANT_ID))
                    .join(LOCATION, kind).on(LOCATION.ID.eq(entry.LOCATION_ID))
                    .join(INVENTORY_POSTING_GROUP, kind).on(INVENTORY_POSTING_GROUP.ID.eq(entry.INVENTORY_POSTING_GROUP_ID));
        }, fields, List.of(Sort.descending("entryNumber"))).foundBy(entry.ENTRY_NO)
                .searchedIn(List.of(SearchedText.beside(entry.ITEM_ID, ITEM.ID, ITEM.NO), SearchedText.beside(entry.ITEM_ID, ITEM.ID, ITEM.DESCRIPTION).where(entry.DESCRIPTION.eq("")),
                        SearchedText.beside(entry.VARIANT_ID, ITEM_VARIANT.ID, ITEM_VARIANT.CODE), SearchedText.beside(entry.LOCATION_ID, LOCATION.ID, LOCATION.CODE),
                        SearchedText.beside(entry.INVENTORY_POSTING_GROUP_ID, INVENTORY_POSTING_GROUP.ID, INVENTORY_POSTING_GROUP.CODE),
                        SearchedText.of(entry.DOCUMENT_NO), SearchedText.ofSome(entry.DESCRIPTION)));
    }

    @Override
    public RowSource itemApplications() {
        var entry = ITEM_APPLICATION;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("itemNumber", ITEM.NO);
        fields.put("description", ITEM.DESCRIPTION);
        fields.put("itemLedgerEntryNumber", entry.OWNER_ENTRY_NO);
        fields.put("inboundItemEntryNumber", entry.INBOUND_ENTRY_NO);
        fields.put("outboundItemEntryNumber", entry.OUTBOUND_ENTRY_NO);
        fields.put("transferredFromEntryNumber", entry.TRANSFERRED_FROM_ENTRY_NO);
        fields.put("quantity", entry.QUANTITY);
        fields.put("carriesCost", entry.CARRIES_COST);
        fields.put("registerNumber", entry.FROM_REGISTER_NO);
        fields.put("removedByRegisterNumber", entry.REMOVED_BY_REGISTER_NO);
        return rows(entry.join(ITEM).on(ITEM.ID.eq(entry.ITEM_ID)), fields, Sort.descending("entryNumber")).summingAlike(entry.ITEM_ID, Set.of("quantity"));
    }

    @Override
    public RowSource applicationWorksheet() {
        return new PeriodAndApplicationRows(database).applications();
    }

    @Override
    public RowSource periods() {
        return new PeriodAndApplicationRows(database).periods();
    }

    @Override
    public RowSource itemRegisters() {
        var register = ITEM_REGISTER;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("registerNumber", register.NO);
        fields.put("createdAt", register.CREATED_AT);
        fields.put("userName", APP_USER.LOGIN);
        fields.put("sourceCode", register.SOURCE_CODE);
        fields.put("journalBatchName", register.JOURNAL_BATCH);
        fields.put("fromEntryNumber", register.FIRST_ITEM_LEDGER_ENTRY_NO);
        fields.put("toEntryNumber", register.LAST_ITEM_LEDGER_ENTRY_NO);
        fields.put("fromValueEntryNumber", register.FIRST_VALUE_ENTRY_NO);
        fields.put("toValueEntryNumber", register.LAST_VALUE_ENTRY_NO);
        return rows(register.join(APP_USER).on(APP_USER.ID.eq(register.USER_ID)), fields, Sort.descending("registerNumber"));
    }

    @Override
    public RowSource items() {
        var balance = DSL.select(INVENTORY_BALANCE.ITEM_ID, DSL.sum(INVENTORY_BALANCE.QUANTITY).as("on_hand"),
                        DSL.sum(INVENTORY_BALANCE.COST_AMOUNT_ACTUAL.plus(INVENTORY_BALANCE.COST_AMOUNT_EXPECTED)).as("worth"))
                .from(INVENTORY_BALANCE).groupBy(INVENTORY_BALANCE.ITEM_ID).asTable("balance");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", ITEM.NO);
        fields.put("description", ITEM.DESCRIPTION);
        fields.put("itemCategoryCode", ITEM_CATEGORY.CODE);
        fields.put("baseUnitOfMeasureCode", UNIT_OF_MEASURE.CODE);
        fields.put("inventory", DSL.coalesce(balance.field("on_hand", BigDecimal.class), BigDecimal.ZERO));
        fields.put("unitCost", ITEM_COST.UNIT_COST);
        fields.put("inventoryValue", DSL.coalesce(balance.field("worth", BigDecimal.class), BigDecimal.ZERO));
        fields.put("unitPrice", ITEM.UNIT_PRICE);
        fields.put("costingMethod", ITEM.COSTING_METHOD);
        fields.put("inventoryPostingGroupCode", INVENTORY_POSTING_GROUP.CODE);
        fields.put("gtin", ITEM.GTIN);
        fields.put("blocked", ITEM.BLOCKED);
        fields.put("lastDirectCost", ITEM_COST.LAST_DIRECT_COST);
        fields.put("standardCost", ITEM_COST.STANDARD_COST);
        var from = ITEM.join(ITEM_COST).on(ITEM_COST.ITEM_ID.eq(ITEM.ID).and(ITEM.DELETED_AT.isNull()))
                .join(INVENTORY_POSTING_GROUP).on(INVENTORY_POSTING_GROUP.ID.eq(ITEM.INVENTORY_POSTING_GROUP_ID))
                .leftJoin(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM.BASE_UNIT_OF_MEASURE_ID))
                .leftJoin(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID))
                .leftJoin(balance).on(ITEM.ID.eq(balance.field(INVENTORY_BALANCE.ITEM_ID)));
        return rows(from, fields, Sort.ascending("number"));
    }

    @Override
    public RowSource stock() {
        var balance = INVENTORY_BALANCE.as("balance");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", ITEM.NO);
        fields.put("description", ITEM.DESCRIPTION);
        fields.put("variantCode", ITEM_VARIANT.CODE);
        fields.put("locationCode", LOCATION.CODE);
        fields.put("quantity", balance.QUANTITY);
        fields.put("netChange", DSL.field(DSL.name("balance", "net_change"), BigDecimal.class));
        fields.put("baseUnitOfMeasureCode", UNIT_OF_MEASURE.CODE);
        fields.put("costAmountActual", balance.COST_AMOUNT_ACTUAL);
        fields.put("costAmountExpected", balance.COST_AMOUNT_EXPECTED);
        return new TableRows(database, request -> ITEM.join(stock(TotalFilters.of(request.scope()))).on(ITEM.ID.eq(balance.ITEM_ID)).join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(balance.VARIANT_ID))
                .join(LOCATION).on(LOCATION.ID.eq(balance.LOCATION_ID)).leftJoin(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM.BASE_UNIT_OF_MEASURE_ID)), fields, List.of(Sort.ascending("itemNumber"), Sort.ascending("variantCode"), Sort.ascending("locationCode")))
                .summingAlike(balance.ITEM_ID, Set.of("quantity", "netChange"));
    }

    /** The balances as they are, or what total filters leave of what moved. */
    private static Table<?> stock(TotalFilters filters) {
        var balance = INVENTORY_BALANCE;
        if (filters.isEmpty()) {
            return DSL.select(balance.fields()).select(balance.QUANTITY.as("net_change")).from(balance).asTable("balance");
        }
        var moved = StockAt.of(filters);
        return DSL.select(moved.ITEM_ID, moved.VARIANT_ID, moved.LOCATION_ID, DSL.sum(moved.QUANTITY).as("quantity"),
                        DSL.sum(moved.QUANTITY.minus(moved.QUANTITY_BEFORE)).as("net_change"), DSL.sum(moved.COST_AMOUNT_ACTUAL).as("cost_amount_actual"),
                        DSL.sum(moved.COST_AMOUNT_EXPECTED).as("cost_amount_expected"))
                .from(moved).groupBy(moved.ITEM_ID, moved.VARIANT_ID, moved.LOCATION_ID).asTable("balance");
    }

    private TableRows rows(TableLike<?> from, Map<String, Field<?>> fields, Sort order) {
        return new TableRows(database, (RowRequest _) -> from, fields, List.of(order));
    }
}
