package org.stockbook.sales.store;

import static org.stockbook.platform.database.jooq.Tables.CURRENCY;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_DISCOUNT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_PRICE_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.PAYMENT_TERMS;
import static org.stockbook.platform.database.jooq.Tables.RESPONSIBILITY_CENTER;
import static org.stockbook.platform.database.jooq.Tables.SALES_PRICE_LIST;
import static org.stockbook.platform.database.jooq.Tables.SHIPMENT_METHOD;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;

import org.stockbook.platform.records.Lookup;

/** The records that records of sales refer to. */
final class SalesLookups {
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
    static final Lookup CUSTOMERS = Lookup.of("customers", CUSTOMER, CUSTOMER.ID, CUSTOMER.NO);
    static final Lookup CUSTOMER_GROUPS = Lookup.of("customerPostingGroups", CUSTOMER_POSTING_GROUP, CUSTOMER_POSTING_GROUP.ID, CUSTOMER_POSTING_GROUP.CODE);
    static final Lookup PRICE_GROUPS = Lookup.of("customerPriceGroups", CUSTOMER_PRICE_GROUP, CUSTOMER_PRICE_GROUP.ID, CUSTOMER_PRICE_GROUP.CODE);
    static final Lookup DISCOUNT_GROUPS = Lookup.of("customerDiscountGroups", CUSTOMER_DISCOUNT_GROUP, CUSTOMER_DISCOUNT_GROUP.ID, CUSTOMER_DISCOUNT_GROUP.CODE);
    static final Lookup PRICE_LISTS = Lookup.of("salesPriceLists", SALES_PRICE_LIST, SALES_PRICE_LIST.ID, SALES_PRICE_LIST.CODE);
    static final Lookup VARIANTS = Lookup.of("itemVariants", ITEM_VARIANT, ITEM_VARIANT.ID, ITEM_VARIANT.CODE).within("itemNumber", ITEM_VARIANT.ITEM_ID);

    private SalesLookups() {}
}
