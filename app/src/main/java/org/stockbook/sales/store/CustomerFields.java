package org.stockbook.sales.store;

import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_LEDGER_ENTRY_DETAIL;
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
import static org.stockbook.sales.store.SalesLookups.BUSINESS_GROUPS;
import static org.stockbook.sales.store.SalesLookups.CENTERS;
import static org.stockbook.sales.store.SalesLookups.CURRENCIES;
import static org.stockbook.sales.store.SalesLookups.CUSTOMERS;
import static org.stockbook.sales.store.SalesLookups.CUSTOMER_GROUPS;
import static org.stockbook.sales.store.SalesLookups.DISCOUNT_GROUPS;
import static org.stockbook.sales.store.SalesLookups.LOCATIONS;
import static org.stockbook.sales.store.SalesLookups.PAYMENT_TERMS_LOOKUP;
import static org.stockbook.sales.store.SalesLookups.SHIPMENT_METHOD_LOOKUP;
import static org.stockbook.sales.store.SalesLookups.PRICE_GROUPS;
import static org.stockbook.sales.store.SalesLookups.TAX_BUSINESS_GROUPS;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.rows.Kind;

/** The fields of a customer card (spec: sales, section 1). */
final class CustomerFields {
    static final List<RecordField> ALL = List.of(
            code("number", CUSTOMER.NO).with(KEY, REQUIRED, LISTED),
            text("displayName", CUSTOMER.NAME).with(LISTED),
            text("searchName", CUSTOMER.SEARCH_NAME),
            text("addressLine1", CUSTOMER.ADDRESS),
            text("addressLine2", CUSTOMER.ADDRESS_2),
            code("postalCode", CUSTOMER.POST_CODE),
            text("city", CUSTOMER.CITY).with(LISTED),
            code("countryCode", CUSTOMER.COUNTRY_CODE),
            text("contact", CUSTOMER.CONTACT),
            text("phoneNumber", CUSTOMER.PHONE_NO),
            text("email", CUSTOMER.EMAIL),
            text("website", CUSTOMER.HOME_PAGE),
            text("languageCode", CUSTOMER.LANGUAGE_TAG),
            text("taxRegistrationNumber", CUSTOMER.VAT_REGISTRATION_NO),
            reference("generalBusinessPostingGroupCode", CUSTOMER.GENERAL_BUSINESS_GROUP_ID, BUSINESS_GROUPS),
            reference("taxBusinessPostingGroupCode", CUSTOMER.VAT_BUSINESS_GROUP_ID, TAX_BUSINESS_GROUPS),
            reference("currencyCode", CUSTOMER.CURRENCY_ID, CURRENCIES).with(LISTED),
            reference("paymentTermsCode", CUSTOMER.PAYMENT_TERMS_ID, PAYMENT_TERMS_LOOKUP),
            reference("shipmentMethodCode", CUSTOMER.SHIPMENT_METHOD_ID, SHIPMENT_METHOD_LOOKUP),
            flag("pricesIncludeTax", CUSTOMER.PRICES_INCLUDE_VAT),
            code("invoiceDiscountCode", CUSTOMER.INVOICE_DISCOUNT_CODE),
            reference("locationCode", CUSTOMER.LOCATION_ID, LOCATIONS),
            reference("responsibilityCenterCode", CUSTOMER.RESPONSIBILITY_CENTER_ID, CENTERS),
            reference("customerPostingGroupCode", CUSTOMER.CUSTOMER_POSTING_GROUP_ID, CUSTOMER_GROUPS).with(LISTED),
            reference("billToCustomerNumber", CUSTOMER.BILLING_CUSTOMER_ID, CUSTOMERS),
            reference("customerPriceGroupCode", CUSTOMER.CUSTOMER_PRICE_GROUP_ID, PRICE_GROUPS),
            reference("customerDiscountGroupCode", CUSTOMER.CUSTOMER_DISCOUNT_GROUP_ID, DISCOUNT_GROUPS),
            flag("allowLineDiscount", CUSTOMER.ALLOW_LINE_DISCOUNT),
            of("creditLimit", Kind.AMOUNT, CUSTOMER.CREDIT_LIMIT),
            flag("shipComplete", CUSTOMER.SHIP_COMPLETE),
            flag("combineShipments", CUSTOMER.COMBINE_SHIPMENTS),
            choice("blocked", CUSTOMER.BLOCKED).with(LISTED),
            of("balance", Kind.AMOUNT, balance(DSL.noCondition())).with(LISTED, ELSEWHERE, READ_ONLY),
            of("overdueAmount", Kind.AMOUNT, balance(CUSTOMER_LEDGER_ENTRY.DUE_DATE.lt(DSL.currentLocalDate()))).with(ELSEWHERE, READ_ONLY));

    private CustomerFields() {}

    /** What the customer owes, above zero. */
    private static Field<BigDecimal> balance(Condition which) {
        var sum = DSL.coalesce(DSL.sum(CUSTOMER_LEDGER_ENTRY_DETAIL.AMOUNT), BigDecimal.ZERO);
        return DSL.field(DSL.select(sum).from(CUSTOMER_LEDGER_ENTRY).join(CUSTOMER_LEDGER_ENTRY_DETAIL)
                .on(CUSTOMER_LEDGER_ENTRY_DETAIL.CUSTOMER_LEDGER_ENTRY_NO.eq(CUSTOMER_LEDGER_ENTRY.ENTRY_NO))
                .where(CUSTOMER_LEDGER_ENTRY.CUSTOMER_ID.eq(CUSTOMER.ID)).and(CUSTOMER_LEDGER_ENTRY.IS_OPEN).and(which));
    }
}
