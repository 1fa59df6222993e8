package org.stockbook.items.store;

import static org.stockbook.items.store.ItemLookups.CATEGORIES;
import static org.stockbook.items.store.ItemLookups.INVENTORY_GROUPS;
import static org.stockbook.items.store.ItemLookups.OVER_RECEIPT_CODES;
import static org.stockbook.items.store.ItemLookups.PRODUCT_GROUPS;
import static org.stockbook.items.store.ItemLookups.TAX_BUSINESS_GROUPS;
import static org.stockbook.items.store.ItemLookups.TAX_PRODUCT_GROUPS;
import static org.stockbook.items.store.ItemLookups.TRACKING_CODES;
import static org.stockbook.items.store.ItemLookups.UNITS;
import static org.stockbook.items.store.ItemLookups.VENDORS;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.records.RecordField.Trait.COST;
import static org.stockbook.platform.records.RecordField.Trait.ELSEWHERE;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.READ_ONLY;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.rows.Kind;

/** The fields of an item card (spec: items, section 1). */
final class ItemFields {
    static final List<RecordField> ALL = List.of(
            code("number", ITEM.NO).with(KEY, REQUIRED, LISTED),
            code("number2", ITEM.NO_2),
            text("displayName", ITEM.DESCRIPTION).with(LISTED),
            text("displayName2", ITEM.DESCRIPTION_2),
            text("searchDescription", ITEM.SEARCH_DESCRIPTION),
            choice("type", ITEM.ITEM_TYPE),
            reference("baseUnitOfMeasureCode", ITEM.BASE_UNIT_OF_MEASURE_ID, UNITS).with(LISTED),
            reference("itemCategoryCode", ITEM.ITEM_CATEGORY_ID, CATEGORIES).with(LISTED),
            text("gtin", ITEM.GTIN),
            code("shelfNumber", ITEM.SHELF_NO),
            code("manufacturerCode", ITEM.MANUFACTURER_CODE),
            code("countryOfOriginCode", ITEM.COUNTRY_OF_ORIGIN_CODE),
            code("tariffNumber", ITEM.TARIFF_NO),
            flag("blocked", ITEM.BLOCKED).with(LISTED),
            text("blockReason", ITEM.BLOCK_REASON),
            flag("salesBlocked", ITEM.SALES_BLOCKED),
            flag("purchasingBlocked", ITEM.PURCHASING_BLOCKED),
            flag("serviceBlocked", ITEM.SERVICE_BLOCKED),
            choice("productionBlocked", ITEM.PRODUCTION_BLOCKED),
            choice("costingMethod", ITEM.COSTING_METHOD).with(LISTED),
            of("unitCost", Kind.UNIT_AMOUNT, cost(ITEM_COST.UNIT_COST)).with(LISTED, ELSEWHERE, COST),
            of("standardCost", Kind.UNIT_AMOUNT, cost(ITEM_COST.STANDARD_COST)).with(ELSEWHERE, COST),
            of("lastDirectCost", Kind.UNIT_AMOUNT, cost(ITEM_COST.LAST_DIRECT_COST)).with(ELSEWHERE, READ_ONLY, COST),
            of("costIsAdjusted", Kind.FLAG, cost(ITEM_COST.COST_IS_ADJUSTED)).with(ELSEWHERE, READ_ONLY),
            of("indirectCostPercent", Kind.UNIT_AMOUNT, ITEM.INDIRECT_COST_PERCENTAGE).with(COST),
            of("overheadRate", Kind.UNIT_AMOUNT, ITEM.OVERHEAD_RATE).with(COST),
            flag("inventoryValueZero", ITEM.INVENTORY_VALUE_ZERO),
            reference("generalProductPostingGroupCode", ITEM.GENERAL_PRODUCT_GROUP_ID, PRODUCT_GROUPS),
            reference("taxProductPostingGroupCode", ITEM.VAT_PRODUCT_GROUP_ID, TAX_PRODUCT_GROUPS),
            reference("inventoryPostingGroupCode", ITEM.INVENTORY_POSTING_GROUP_ID, INVENTORY_GROUPS).with(LISTED),
            of("unitPrice", Kind.UNIT_AMOUNT, ITEM.UNIT_PRICE).with(LISTED),
            flag("priceIncludesTax", ITEM.PRICE_INCLUDES_VAT),
            reference("priceTaxBusinessPostingGroupCode", ITEM.PRICE_VAT_BUSINESS_GROUP_ID, TAX_BUSINESS_GROUPS),
            choice("priceProfitCalculation", ITEM.PRICE_PROFIT_CALCULATION),
            of("profitPercent", Kind.UNIT_AMOUNT, ITEM.PROFIT_PERCENTAGE).with(COST),
            flag("allowInvoiceDiscount", ITEM.ALLOW_INVOICE_DISCOUNT),
            choice("replenishmentSystem", ITEM.REPLENISHMENT_SYSTEM),
            reference("vendorNumber", ITEM.VENDOR_ID, VENDORS),
            text("vendorItemNumber", ITEM.VENDOR_ITEM_NO),
            code("leadTimeCalculation", ITEM.LEAD_TIME_CALCULATION),
            reference("overReceiptCode", ITEM.OVER_RECEIPT_CODE_ID, OVER_RECEIPT_CODES),
            reference("purchaseUnitOfMeasureCode", ITEM.PURCHASE_UNIT_OF_MEASURE_ID, UNITS),
            reference("salesUnitOfMeasureCode", ITEM.SALES_UNIT_OF_MEASURE_ID, UNITS),
            reference("putAwayUnitOfMeasureCode", ITEM.PUT_AWAY_UNIT_OF_MEASURE_ID, UNITS),
            choice("assemblyPolicy", ITEM.ASSEMBLY_POLICY),
            choice("reservePolicy", ITEM.RESERVE_POLICY),
            choice("stockoutWarning", ITEM.STOCKOUT_WARNING),
            choice("preventNegativeInventory", ITEM.PREVENT_NEGATIVE_INVENTORY),
            choice("variantMandatory", ITEM.VARIANT_MANDATORY),
            reference("itemTrackingCode", ITEM.ITEM_TRACKING_CODE_ID, TRACKING_CODES),
            of("reorderPoint", Kind.QUANTITY, ITEM.REORDER_POINT),
            of("reorderQuantity", Kind.QUANTITY, ITEM.REORDER_QUANTITY),
            flag("automaticExtendedTexts", ITEM.AUTOMATIC_EXTENDED_TEXTS),
            flag("createdFromCatalogItem", ITEM.CREATED_FROM_CATALOG_ITEM).with(READ_ONLY),
            of("netWeight", Kind.QUANTITY, ITEM.NET_WEIGHT),
            of("grossWeight", Kind.QUANTITY, ITEM.GROSS_WEIGHT),
            of("unitVolume", Kind.QUANTITY, ITEM.UNIT_VOLUME),
            of("unitsPerParcel", Kind.QUANTITY, ITEM.UNITS_PER_PARCEL));

    private ItemFields() {}

    /** Costs change with every posting and stand in a table of their own. */
    private static <T> Field<T> cost(Field<T> column) {
        return DSL.field(DSL.select(column).from(ITEM_COST).where(ITEM_COST.ITEM_ID.eq(ITEM.ID)));
    }
}
