package org.stockbook.documents.store;

import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CHARGE;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.PAYMENT_TERMS;
import static org.stockbook.platform.database.jooq.Tables.RESPONSIBILITY_CENTER;
import static org.stockbook.platform.database.jooq.Tables.RETURN_REASON;
import static org.stockbook.platform.database.jooq.Tables.SHIPMENT_METHOD;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.partners.PartnerCheck;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** Terms of payment, return reasons, item charges, responsibility centres and setups of documents: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class DocumentRecords {
    private static final Access ACCESS = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_FINANCE_SETUP);
    private static final Access COMPANY = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_ORGANISATION);
    private static final Lookup LOCATIONS = Lookup.of("locations", LOCATION, LOCATION.ID, LOCATION.CODE);
    private static final Lookup SERIES = Lookup.of("numberSeries", NUMBER_SERIES, NUMBER_SERIES.ID, NUMBER_SERIES.CODE);
    private static final Lookup PRODUCT_GROUPS =
            Lookup.of("generalProductPostingGroups", GENERAL_PRODUCT_GROUP, GENERAL_PRODUCT_GROUP.ID, GENERAL_PRODUCT_GROUP.CODE);
    private static final Lookup TAX_PRODUCT_GROUPS =
            Lookup.of("taxProductPostingGroups", VAT_PRODUCT_GROUP, VAT_PRODUCT_GROUP.ID, VAT_PRODUCT_GROUP.CODE);

    @Bean
    RecordType paymentTerms(PartnerCheck check) {
        var terms = PAYMENT_TERMS;
        return RecordType.of("paymentTerms", PAYMENT_TERMS, ACCESS, List.of(
                code("code", terms.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", terms.DESCRIPTION).with(LISTED),
                code("dueDateCalculation", terms.DUE_DATE_CALCULATION).with(LISTED),
                code("discountDateCalculation", terms.DISCOUNT_DATE_CALCULATION).with(LISTED),
                of("discountPercent", Kind.UNIT_AMOUNT, terms.DISCOUNT_PERCENTAGE).with(LISTED),
                flag("calculateDiscountOnCreditMemos", terms.DISCOUNT_ON_CREDIT_MEMOS)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType shipmentMethods() {
        return RecordType.of("shipmentMethods", SHIPMENT_METHOD, ACCESS, List.of(
                code("code", SHIPMENT_METHOD.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", SHIPMENT_METHOD.DESCRIPTION).with(LISTED)));
    }

    @Bean
    RecordType returnReasons() {
        var reason = RETURN_REASON;
        return RecordType.of("returnReasons", RETURN_REASON, ACCESS, List.of(
                code("code", reason.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", reason.DESCRIPTION).with(LISTED),
                reference("defaultLocationCode", reason.DEFAULT_LOCATION_ID, LOCATIONS).with(LISTED),
                flag("inventoryValueZero", reason.INVENTORY_VALUE_ZERO).with(LISTED)));
    }

    @Bean
    RecordType itemCharges() {
        return RecordType.of("itemCharges", ITEM_CHARGE, ACCESS, List.of(
                code("number", ITEM_CHARGE.NO).with(KEY, REQUIRED, LISTED),
                text("displayName", ITEM_CHARGE.DESCRIPTION).with(LISTED),
                reference("generalProductPostingGroupCode", ITEM_CHARGE.GENERAL_PRODUCT_GROUP_ID, PRODUCT_GROUPS).with(LISTED),
                reference("taxProductPostingGroupCode", ITEM_CHARGE.VAT_PRODUCT_GROUP_ID, TAX_PRODUCT_GROUPS).with(LISTED)));
    }

    @Bean
    RecordType responsibilityCenters() {
        var center = RESPONSIBILITY_CENTER;
        return RecordType.of("responsibilityCenters", center, COMPANY, List.of(
                code("code", center.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", center.NAME).with(LISTED),
                text("addressLine1", center.ADDRESS),
                text("addressLine2", center.ADDRESS_2),
                code("postalCode", center.POST_CODE),
                text("city", center.CITY).with(LISTED),
                code("countryCode", center.COUNTRY_CODE),
                text("contact", center.CONTACT),
                text("phoneNumber", center.PHONE_NO),
                text("email", center.EMAIL),
                text("website", center.HOME_PAGE),
                reference("locationCode", center.LOCATION_ID, LOCATIONS).with(LISTED)));
    }

    @Bean
    RecordType documentNumberSeries() {
        return RecordType.of("documentNumberSeries", DOCUMENT_NUMBER_SERIES, COMPANY, List.of(
                code("purpose", DOCUMENT_NUMBER_SERIES.PURPOSE).with(KEY, REQUIRED, LISTED),
                reference("numberSeriesCode", DOCUMENT_NUMBER_SERIES.NUMBER_SERIES_ID, SERIES).with(REQUIRED, LISTED)));
    }

    @Bean
    RecordType documentSetup() {
        var setup = DOCUMENT_SETUP;
        return RecordType.of("documentSetup", DOCUMENT_SETUP, COMPANY, List.of(
                choice("purchaseDiscountPosting", setup.PURCHASE_DISCOUNT_POSTING).with(LISTED),
                choice("salesDiscountPosting", setup.SALES_DISCOUNT_POSTING).with(LISTED),
                flag("vendorDocumentNumberMandatory", setup.PURCHASE_EXTERNAL_NO_MANDATORY).with(LISTED),
                flag("receiptOnInvoice", setup.RECEIPT_ON_INVOICE).with(LISTED),
                flag("shipmentOnInvoice", setup.SHIPMENT_ON_INVOICE).with(LISTED),
                flag("calculatePurchaseInvoiceDiscount", setup.PURCHASE_INVOICE_DISCOUNT_AUTOMATIC),
                flag("calculateSalesInvoiceDiscount", setup.SALES_INVOICE_DISCOUNT_AUTOMATIC),
                flag("creditWarnings", setup.CREDIT_WARNINGS),
                flag("stockoutWarning", setup.STOCKOUT_WARNING)))
                .onlyOne();
    }
}
