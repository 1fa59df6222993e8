package org.stockbook.purchasing.store;

import static org.stockbook.platform.database.jooq.Tables.ITEM_VENDOR;
import static org.stockbook.platform.database.jooq.Tables.OVER_RECEIPT_CODE;
import static org.stockbook.platform.database.jooq.Tables.PURCHASE_PRICE_LIST;
import static org.stockbook.platform.database.jooq.Tables.PURCHASE_PRICE_LIST_LINE;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_INVOICE_DISCOUNT;
import static org.stockbook.platform.database.jooq.Tables.VENDOR_POSTING_GROUP;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;
import static org.stockbook.purchasing.store.PurchasingLookups.ACCOUNTS;
import static org.stockbook.purchasing.store.PurchasingLookups.CURRENCIES;
import static org.stockbook.purchasing.store.PurchasingLookups.ITEMS;
import static org.stockbook.purchasing.store.PurchasingLookups.PRICE_LISTS;
import static org.stockbook.purchasing.store.PurchasingLookups.UNITS;
import static org.stockbook.purchasing.store.PurchasingLookups.VARIANTS;
import static org.stockbook.purchasing.store.PurchasingLookups.VENDORS;

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

/** Vendors and what they offer: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class PurchasingRecords {
    private static final Access ACCESS = new Access(Permission.READ_PURCHASING, Permission.CHANGE_PURCHASING);
    private static final Access SETUP = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_FINANCE_SETUP);

    @Bean
    RecordType vendors(DocumentSeries series, PartnerCheck check, PartnerUse use) {
        return RecordType.of("vendors", VENDOR, ACCESS, VendorFields.ALL).with(new Rules(
                List.of(new NumberPartners(series, "VENDOR")), List.of(check), List.of(new PartnerDeletionCheck(use, "vendors")), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType vendorPostingGroups() {
        var group = VENDOR_POSTING_GROUP;
        return RecordType.of("vendorPostingGroups", group, SETUP, List.of(
                code("code", group.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", group.DESCRIPTION).with(LISTED),
                reference("payablesAccountNumber", group.PAYABLES_ACCOUNT_ID, ACCOUNTS).with(LISTED),
                reference("roundingAccountNumber", group.ROUNDING_ACCOUNT_ID, ACCOUNTS),
                reference("paymentDiscountDebitAccountNumber", group.PAYMENT_DISCOUNT_DEBIT_ACCOUNT_ID, ACCOUNTS),
                reference("paymentDiscountCreditAccountNumber", group.PAYMENT_DISCOUNT_CREDIT_ACCOUNT_ID, ACCOUNTS)));
    }

    @Bean
    RecordType overReceiptCodes() {
        return RecordType.of("overReceiptCodes", OVER_RECEIPT_CODE, ACCESS, List.of(
                code("code", OVER_RECEIPT_CODE.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", OVER_RECEIPT_CODE.DESCRIPTION).with(LISTED),
                of("tolerancePercent", Kind.UNIT_AMOUNT, OVER_RECEIPT_CODE.TOLERANCE_PERCENTAGE).with(LISTED)));
    }

    @Bean
    RecordType itemVendors(PartnerCheck check) {
        return RecordType.of("itemVendors", ITEM_VENDOR, ACCESS, List.of(
                reference("itemNumber", ITEM_VENDOR.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", ITEM_VENDOR.VARIANT_ID, VARIANTS).with(KEY, LISTED),
                reference("vendorNumber", ITEM_VENDOR.VENDOR_ID, VENDORS).with(KEY, REQUIRED, LISTED),
                text("vendorItemNumber", ITEM_VENDOR.VENDOR_ITEM_NO).with(LISTED),
                code("leadTimeCalculation", ITEM_VENDOR.LEAD_TIME_CALCULATION).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType purchasePriceLists(PriceLists lists) {
        var list = PURCHASE_PRICE_LIST;
        return RecordType.of("purchasePriceLists", list, ACCESS, List.of(
                code("code", list.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", list.DESCRIPTION).with(LISTED),
                choice("status", list.STATUS).with(LISTED),
                reference("vendorNumber", list.VENDOR_ID, VENDORS).with(LISTED),
                reference("currencyCode", list.CURRENCY_ID, CURRENCIES).with(LISTED),
                of("startingDate", Kind.DATE, list.STARTING_DATE).with(LISTED),
                of("endingDate", Kind.DATE, list.ENDING_DATE).with(LISTED)))
                .with(new Rules(List.of(), List.of(new PriceListCheck(lists, TradeSide.PURCHASE)), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType purchasePriceListLines(PriceLists lists) {
        var line = PURCHASE_PRICE_LIST_LINE;
        return RecordType.of("purchasePriceListLines", line, ACCESS, List.of(
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
                .with(new Rules(List.of(), List.of(new PriceListLineCheck(lists, TradeSide.PURCHASE)), List.of(new PriceListLineCheck(lists, TradeSide.PURCHASE)), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType vendorInvoiceDiscounts() {
        return RecordType.of("vendorInvoiceDiscounts", VENDOR_INVOICE_DISCOUNT, ACCESS, List.of(
                code("code", VENDOR_INVOICE_DISCOUNT.CODE).with(KEY, REQUIRED, LISTED),
                reference("currencyCode", VENDOR_INVOICE_DISCOUNT.CURRENCY_ID, CURRENCIES).with(KEY, LISTED),
                of("minimumAmount", Kind.AMOUNT, VENDOR_INVOICE_DISCOUNT.MINIMUM_AMOUNT).with(KEY, LISTED),
                of("discountPercent", Kind.UNIT_AMOUNT, VENDOR_INVOICE_DISCOUNT.DISCOUNT_PERCENTAGE).with(LISTED)));
    }
}
