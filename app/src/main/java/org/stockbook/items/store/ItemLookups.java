package org.stockbook.items.store;

import static org.stockbook.platform.database.jooq.Tables.CATALOG_ITEM;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TEMPLATE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TRACKING_CODE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.OVER_RECEIPT_CODE;
import static org.stockbook.platform.database.jooq.Tables.MANUFACTURER;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import org.stockbook.platform.records.Lookup;

/** The records that item records refer to. */
final class ItemLookups {
    static final Lookup ITEMS = Lookup.of("items", ITEM, ITEM.ID, ITEM.NO);
    static final Lookup UNITS = Lookup.of("unitsOfMeasure", UNIT_OF_MEASURE, UNIT_OF_MEASURE.ID, UNIT_OF_MEASURE.CODE).refusedBy("items.unit-unknown");
    static final Lookup CATEGORIES = Lookup.of("itemCategories", ITEM_CATEGORY, ITEM_CATEGORY.ID, ITEM_CATEGORY.CODE);
    static final Lookup TRACKING_CODES = Lookup.of("itemTrackingCodes", ITEM_TRACKING_CODE, ITEM_TRACKING_CODE.ID, ITEM_TRACKING_CODE.CODE);
    static final Lookup VARIANTS = Lookup.of("itemVariants", ITEM_VARIANT, ITEM_VARIANT.ID, ITEM_VARIANT.CODE).within("itemNumber", ITEM_VARIANT.ITEM_ID);
    static final Lookup OVER_RECEIPT_CODES = Lookup.of("overReceiptCodes", OVER_RECEIPT_CODE, OVER_RECEIPT_CODE.ID, OVER_RECEIPT_CODE.CODE);
    static final Lookup LOCATIONS = Lookup.of("locations", LOCATION, LOCATION.ID, LOCATION.CODE);
    static final Lookup VENDORS = Lookup.of("vendors", VENDOR, VENDOR.ID, VENDOR.NO);
    static final Lookup CUSTOMERS = Lookup.of("customers", CUSTOMER, CUSTOMER.ID, CUSTOMER.NO);
    static final Lookup TEMPLATES = Lookup.of("itemTemplates", ITEM_TEMPLATE, ITEM_TEMPLATE.ID, ITEM_TEMPLATE.CODE);
    static final Lookup MANUFACTURERS = Lookup.of("manufacturers", MANUFACTURER, MANUFACTURER.ID, MANUFACTURER.CODE);
    static final Lookup CATALOG_ITEMS = Lookup.of("catalogItems", CATALOG_ITEM, CATALOG_ITEM.ID, CATALOG_ITEM.ENTRY_NO);
    static final Lookup PRODUCT_GROUPS = Lookup.of("generalProductPostingGroups", GENERAL_PRODUCT_GROUP, GENERAL_PRODUCT_GROUP.ID, GENERAL_PRODUCT_GROUP.CODE);
    static final Lookup INVENTORY_GROUPS =
            Lookup.of("inventoryPostingGroups", INVENTORY_POSTING_GROUP, INVENTORY_POSTING_GROUP.ID, INVENTORY_POSTING_GROUP.CODE);
    static final Lookup TAX_BUSINESS_GROUPS = Lookup.of("taxBusinessPostingGroups", VAT_BUSINESS_GROUP, VAT_BUSINESS_GROUP.ID, VAT_BUSINESS_GROUP.CODE);
    static final Lookup TAX_PRODUCT_GROUPS = Lookup.of("taxProductPostingGroups", VAT_PRODUCT_GROUP, VAT_PRODUCT_GROUP.ID, VAT_PRODUCT_GROUP.CODE);
    static final Lookup SERIES = Lookup.of("numberSeries", NUMBER_SERIES, NUMBER_SERIES.ID, NUMBER_SERIES.CODE);

    private ItemLookups() {}
}
