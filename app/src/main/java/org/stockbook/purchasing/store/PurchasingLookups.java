package org.stockbook.purchasing.store;

import static org.stockbook.platform.database.jooq.Tables.CURRENCY;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.OVER_RECEIPT_CODE;
import static org.stockbook.platform.database.jooq.Tables.PAYMENT_TERMS;
import static org.stockbook.platform.database.jooq.Tables.PURCHASE_PRICE_LIST;
import static org.stockbook.platform.database.jooq.Tables.RESPONSIBILITY_CENTER;
import static org.stockbook.platform.database.jooq.Tables.SHIPMENT_METHOD;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_POSTING_GROUP;

import org.stockbook.platform.records.Lookup;

/** The records that records of purchasing refer to. */
final class PurchasingLookups {
    static final Lookup CURRENCIES = Lookup.of("currencies", CURRENCY, CURRENCY.ID, CURRENCY.CODE);
    static final Lookup LOCATIONS = Lookup.of("locations", LOCATION, LOCATION.ID, LOCATION.CODE);
    static final Lookup BUSINESS_GROUPS = Lookup.of("generalBusinessPostingGroups", GENERAL_BUSINESS_GROUP, GENERAL_BUSINESS_GROUP.ID, GENERAL_BUSINESS_GROUP.CODE);
    static final Lookup TAX_BUSINESS_GROUPS = Lookup.of("taxBusinessPostingGroups", VAT_BUSINESS_GROUP, VAT_BUSINESS_GROUP.ID, VAT_BUSINESS_GROUP.CODE);
    static final Lookup SHIPMENT_METHOD_LOOKUP = Lookup.of("shipmentMethods", SHIPMENT_METHOD, SHIPMENT_METHOD.ID, SHIPMENT_METHOD.CODE);
    static final Lookup PAYMENT_TERMS_LOOKUP = Lookup.of("paymentTerms", PAYMENT_TERMS, PAYMENT_TERMS.ID, PAYMENT_TERMS.CODE);
    static final Lookup CENTERS = Lookup.of("responsibilityCenters", RESPONSIBILITY_CENTER, RESPONSIBILITY_CENTER.ID, RESPONSIBILITY_CENTER.CODE);
    static final Lookup ITEMS = Lookup.of("items", ITEM, ITEM.ID, ITEM.NO);
    static final Lookup UNITS = Lookup.of("unitsOfMeasure", UNIT_OF_MEASURE, UNIT_OF_MEASURE.ID, UNIT_OF_MEASURE.CODE);
    static final Lookup ACCOUNTS = Lookup.of("accounts", GL_ACCOUNT, GL_ACCOUNT.ID, GL_ACCOUNT.NO);
    static final Lookup VENDORS = Lookup.of("vendors", VENDOR, VENDOR.ID, VENDOR.NO);
    static final Lookup VENDOR_GROUPS = Lookup.of("vendorPostingGroups", VENDOR_POSTING_GROUP, VENDOR_POSTING_GROUP.ID, VENDOR_POSTING_GROUP.CODE);
    static final Lookup OVER_RECEIPT_CODES = Lookup.of("overReceiptCodes", OVER_RECEIPT_CODE, OVER_RECEIPT_CODE.ID, OVER_RECEIPT_CODE.CODE);
    static final Lookup PRICE_LISTS = Lookup.of("purchasePriceLists", PURCHASE_PRICE_LIST, PURCHASE_PRICE_LIST.ID, PURCHASE_PRICE_LIST.CODE);
    static final Lookup VARIANTS = Lookup.of("itemVariants", ITEM_VARIANT, ITEM_VARIANT.ID, ITEM_VARIANT.CODE).within("itemNumber", ITEM_VARIANT.ITEM_ID);

    private PurchasingLookups() {}
}
