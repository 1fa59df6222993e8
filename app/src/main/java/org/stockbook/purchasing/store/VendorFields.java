package org.stockbook.purchasing.store;

import static org.stockbook.platform.database.jooq.Tables.VENDOR;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_LEDGER_ENTRY_DETAIL;
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
import static org.stockbook.purchasing.store.PurchasingLookups.BUSINESS_GROUPS;
import static org.stockbook.purchasing.store.PurchasingLookups.CENTERS;
import static org.stockbook.purchasing.store.PurchasingLookups.CURRENCIES;
import static org.stockbook.purchasing.store.PurchasingLookups.LOCATIONS;
import static org.stockbook.purchasing.store.PurchasingLookups.OVER_RECEIPT_CODES;
import static org.stockbook.purchasing.store.PurchasingLookups.PAYMENT_TERMS_LOOKUP;
import static org.stockbook.purchasing.store.PurchasingLookups.SHIPMENT_METHOD_LOOKUP;
import static org.stockbook.purchasing.store.PurchasingLookups.TAX_BUSINESS_GROUPS;
import static org.stockbook.purchasing.store.PurchasingLookups.VENDORS;
import static org.stockbook.purchasing.store.PurchasingLookups.VENDOR_GROUPS;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.rows.Kind;

/** The fields of a vendor card (spec: purchasing, section 1). */
final class VendorFields {
    static final List<RecordField> ALL = List.of(
            code("number", VENDOR.NO).with(KEY, REQUIRED, LISTED),
            text("displayName", VENDOR.NAME).with(LISTED),
            text("searchName", VENDOR.SEARCH_NAME),
            text("addressLine1", VENDOR.ADDRESS),
            text("addressLine2", VENDOR.ADDRESS_2),
            code("postalCode", VENDOR.POST_CODE),
            text("city", VENDOR.CITY).with(LISTED),
            code("countryCode", VENDOR.COUNTRY_CODE),
            text("contact", VENDOR.CONTACT),
            text("phoneNumber", VENDOR.PHONE_NO),
            text("email", VENDOR.EMAIL),
            text("website", VENDOR.HOME_PAGE),
            text("languageCode", VENDOR.LANGUAGE_TAG),
            text("taxRegistrationNumber", VENDOR.VAT_REGISTRATION_NO),
            reference("generalBusinessPostingGroupCode", VENDOR.GENERAL_BUSINESS_GROUP_ID, BUSINESS_GROUPS),
            reference("taxBusinessPostingGroupCode", VENDOR.VAT_BUSINESS_GROUP_ID, TAX_BUSINESS_GROUPS),
            reference("currencyCode", VENDOR.CURRENCY_ID, CURRENCIES).with(LISTED),
            reference("paymentTermsCode", VENDOR.PAYMENT_TERMS_ID, PAYMENT_TERMS_LOOKUP),
            reference("shipmentMethodCode", VENDOR.SHIPMENT_METHOD_ID, SHIPMENT_METHOD_LOOKUP),
            flag("pricesIncludeTax", VENDOR.PRICES_INCLUDE_VAT),
            code("invoiceDiscountCode", VENDOR.INVOICE_DISCOUNT_CODE),
            reference("locationCode", VENDOR.LOCATION_ID, LOCATIONS),
            reference("responsibilityCenterCode", VENDOR.RESPONSIBILITY_CENTER_ID, CENTERS),
            reference("vendorPostingGroupCode", VENDOR.VENDOR_POSTING_GROUP_ID, VENDOR_GROUPS).with(LISTED),
            reference("payToVendorNumber", VENDOR.BILLING_VENDOR_ID, VENDORS),
            code("leadTimeCalculation", VENDOR.LEAD_TIME_CALCULATION),
            reference("overReceiptCode", VENDOR.OVER_RECEIPT_CODE_ID, OVER_RECEIPT_CODES),
            of("priority", Kind.COUNT, VENDOR.PRIORITY),
            choice("blocked", VENDOR.BLOCKED).with(LISTED),
            of("balance", Kind.AMOUNT, balance(DSL.noCondition())).with(LISTED, ELSEWHERE, READ_ONLY),
            of("overdueAmount", Kind.AMOUNT, balance(VENDOR_LEDGER_ENTRY.DUE_DATE.lt(DSL.currentLocalDate()))).with(ELSEWHERE, READ_ONLY));

    private VendorFields() {}

    /** What we owe, above zero. */
    private static Field<BigDecimal> balance(Condition which) {
        var sum = DSL.coalesce(DSL.sum(VENDOR_LEDGER_ENTRY_DETAIL.AMOUNT), BigDecimal.ZERO).neg();
        return DSL.field(DSL.select(sum).from(VENDOR_LEDGER_ENTRY).join(VENDOR_LEDGER_ENTRY_DETAIL)
                .on(VENDOR_LEDGER_ENTRY_DETAIL.VENDOR_LEDGER_ENTRY_NO.eq(VENDOR_LEDGER_ENTRY.ENTRY_NO))
                .where(VENDOR_LEDGER_ENTRY.VENDOR_ID.eq(VENDOR.ID)).and(VENDOR_LEDGER_ENTRY.IS_OPEN).and(which));
    }
}
