package org.stockbook.sales.store;

import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_DISCOUNT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_INVOICE_DISCOUNT;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER_PRICE_GROUP;
import static org.stockbook.platform.database.jooq.Tables.SALES_PRICE_LIST;
import static org.stockbook.platform.database.jooq.Tables.SALES_PRICE_LIST_LINE;
import static org.stockbook.platform.database.jooq.Tables.SHIP_TO_ADDRESS;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;
import static org.stockbook.sales.store.SalesLookups.ACCOUNTS;
import static org.stockbook.sales.store.SalesLookups.CURRENCIES;
import static org.stockbook.sales.store.SalesLookups.CUSTOMERS;
import static org.stockbook.sales.store.SalesLookups.DISCOUNT_GROUPS;
import static org.stockbook.sales.store.SalesLookups.ITEMS;
import static org.stockbook.sales.store.SalesLookups.LOCATIONS;
import static org.stockbook.sales.store.SalesLookups.PRICE_GROUPS;
import static org.stockbook.sales.store.SalesLookups.PRICE_LISTS;
import static org.stockbook.sales.store.SalesLookups.TAX_BUSINESS_GROUPS;
import static org.stockbook.sales.store.SalesLookups.UNITS;
import static org.stockbook.sales.store.SalesLookups.VARIANTS;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.partners.NumberPartners;
import org.stockbook.documents.partners.PartnerCheck;
import org.stockbook.documents.partners.PartnerDeletionCheck;
import org.stockbook.documents.partners.PartnerUse;
import org.stockbook.documents.prices.PriceListCheck;
import org.stockbook.documents.prices.PriceListLineCheck;
import org.stockbook.documents.prices.PriceLists;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** Customers and what they pay: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class SalesRecords {
    private static final Access ACCESS = new Access(Permission.READ_SALES, Permission.CHANGE_SALES);
    private static final Access SETUP = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_FINANCE_SETUP);

    @Bean
    RecordType customers(DocumentSeries series, PartnerCheck check, PartnerUse use) {
        return RecordType.of("customers", CUSTOMER, ACCESS, CustomerFields.ALL).with(new Rules(
                List.of(new NumberPartners(series, "CUSTOMER")), List.of(check), List.of(new PartnerDeletionCheck(use, "customers")), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType customerPostingGroups() {
        var group = CUSTOMER_POSTING_GROUP;
        return RecordType.of("customerPostingGroups", group, SETUP, List.of(
                code("code", group.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", group.DESCRIPTION).with(LISTED),
                reference("receivablesAccountNumber", group.RECEIVABLES_ACCOUNT_ID, ACCOUNTS).with(LISTED),
                reference("roundingAccountNumber", group.ROUNDING_ACCOUNT_ID, ACCOUNTS),
                reference("paymentDiscountDebitAccountNumber", group.PAYMENT_DISCOUNT_DEBIT_ACCOUNT_ID, ACCOUNTS),
                reference("paymentDiscountCreditAccountNumber", group.PAYMENT_DISCOUNT_CREDIT_ACCOUNT_ID, ACCOUNTS)));
    }

    @Bean
    RecordType shipToAddresses() {
        var address = SHIP_TO_ADDRESS;
        return RecordType.of("shipToAddresses", address, ACCESS, List.of(
                reference("customerNumber", address.CUSTOMER_ID, CUSTOMERS).with(KEY, REQUIRED, LISTED),
                code("code", address.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", address.NAME).with(LISTED),
                text("addressLine1", address.ADDRESS).with(LISTED),
                text("addressLine2", address.ADDRESS_2),
                code("postalCode", address.POST_CODE).with(LISTED),
                text("city", address.CITY).with(LISTED),
                code("countryCode", address.COUNTRY_CODE),
                reference("locationCode", address.LOCATION_ID, LOCATIONS)));
    }

    @Bean
    RecordType customerPriceGroups() {
        return RecordType.of("customerPriceGroups", CUSTOMER_PRICE_GROUP, ACCESS, List.of(
                code("code", CUSTOMER_PRICE_GROUP.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", CUSTOMER_PRICE_GROUP.DESCRIPTION).with(LISTED)));
    }

    @Bean
    RecordType customerDiscountGroups() {
        return RecordType.of("customerDiscountGroups", CUSTOMER_DISCOUNT_GROUP, ACCESS, List.of(
                code("code", CUSTOMER_DISCOUNT_GROUP.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", CUSTOMER_DISCOUNT_GROUP.DESCRIPTION).with(LISTED)));
    }

    @Bean
    RecordType salesPriceLists(PriceLists lists) {
        var list = SALES_PRICE_LIST;
        return RecordType.of("salesPriceLists", list, ACCESS, List.of(
                code("code", list.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", list.DESCRIPTION).with(LISTED),
                choice("status", list.STATUS).with(LISTED),
                reference("customerNumber", list.CUSTOMER_ID, CUSTOMERS).with(LISTED),
                reference("customerPriceGroupCode", list.CUSTOMER_PRICE_GROUP_ID, PRICE_GROUPS).with(LISTED),
                reference("customerDiscountGroupCode", list.CUSTOMER_DISCOUNT_GROUP_ID, DISCOUNT_GROUPS),
                reference("currencyCode", list.CURRENCY_ID, CURRENCIES).with(LISTED),
                flag("pricesIncludeTax", list.PRICES_INCLUDE_VAT),
                reference("taxBusinessPostingGroupCode", list.VAT_BUSINESS_GROUP_ID, TAX_BUSINESS_GROUPS),
                of("startingDate", Kind.DATE, list.STARTING_DATE).with(LISTED),
                of("endingDate", Kind.DATE, list.ENDING_DATE).with(LISTED)))
                .with(new Rules(List.of(), List.of(new PriceListCheck(lists, TradeSide.SALES)), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType salesPriceListLines(PriceLists lists) {
        var line = SALES_PRICE_LIST_LINE;
        return RecordType.of("salesPriceListLines", line, ACCESS, List.of(
                reference("priceListCode", line.PRICE_LIST_ID, PRICE_LISTS).with(KEY, REQUIRED, LISTED),
                of("sequence", Kind.NUMBER, line.LINE_NO).with(KEY, REQUIRED, LISTED),
                reference("itemNumber", line.ITEM_ID, ITEMS).with(REQUIRED, LISTED),
                reference("itemVariantCode", line.VARIANT_ID, VARIANTS).with(LISTED),
                reference("unitOfMeasureCode", line.UNIT_OF_MEASURE_ID, UNITS).with(LISTED),
                of("minimumQuantity", Kind.QUANTITY, line.MINIMUM_QUANTITY).with(LISTED),
                of("startingDate", Kind.DATE, line.STARTING_DATE).with(LISTED),
                of("endingDate", Kind.DATE, line.ENDING_DATE).with(LISTED),
                of("unitPrice", Kind.UNIT_AMOUNT, line.UNIT_PRICE).with(LISTED),
                of("lineDiscountPercent", Kind.UNIT_AMOUNT, line.LINE_DISCOUNT_PERCENTAGE).with(LISTED),
                flag("allowLineDiscount", line.ALLOW_LINE_DISCOUNT),
                flag("allowInvoiceDiscount", line.ALLOW_INVOICE_DISCOUNT)))
                .with(new Rules(List.of(), List.of(new PriceListLineCheck(lists, TradeSide.SALES)), List.of(new PriceListLineCheck(lists, TradeSide.SALES)), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType customerInvoiceDiscounts() {
        return RecordType.of("customerInvoiceDiscounts", CUSTOMER_INVOICE_DISCOUNT, ACCESS, List.of(
                code("code", CUSTOMER_INVOICE_DISCOUNT.CODE).with(KEY, REQUIRED, LISTED),
                reference("currencyCode", CUSTOMER_INVOICE_DISCOUNT.CURRENCY_ID, CURRENCIES).with(KEY, LISTED),
                of("minimumAmount", Kind.AMOUNT, CUSTOMER_INVOICE_DISCOUNT.MINIMUM_AMOUNT).with(KEY, LISTED),
                of("discountPercent", Kind.UNIT_AMOUNT, CUSTOMER_INVOICE_DISCOUNT.DISCOUNT_PERCENTAGE).with(LISTED)));
    }
}
