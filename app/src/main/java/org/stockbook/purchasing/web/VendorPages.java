package org.stockbook.purchasing.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.RecordLists;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** Vendors, and what buyers set up (spec: ui, section 12, Purchasing and Sales; purchasing, section 1). */
@Configuration(proxyBeanMethods = false)
class VendorPages {
    private static final String VENDORS = "vendors";
    private static final List<String> GENERAL = List.of("number", "displayName", "searchName", "blocked", "languageCode", "priority");
    private static final List<String> ADDRESS = List.of("addressLine1", "addressLine2", "postalCode", "city", "countryCode", "contact", "phoneNumber", "email", "website");
    private static final List<String> INVOICING = List.of("taxRegistrationNumber", "generalBusinessPostingGroupCode", "taxBusinessPostingGroupCode", "vendorPostingGroupCode",
            "currencyCode", "pricesIncludeTax", "paymentTermsCode", "invoiceDiscountCode", "payToVendorNumber");
    private static final List<String> RECEIVING = List.of("locationCode", "responsibilityCenterCode", "shipmentMethodCode", "leadTimeCalculation", "overReceiptCode");

    @Bean
    @Order(100)
    ListPage vendorsPage(RecordLists lists) {
        return lists.list(VENDORS, Area.PURCHASING, VENDORS)
                .withViews(List.of(new SuppliedView("partners-with-balance", "balance=<>0"), new SuppliedView("partners-blocked", "blocked=<>none")))
                .withActions(List.of(PageAction.open("new-purchase-order", Permission.CHANGE_PURCHASING, "/purchase-orders/new?vendorNumber={number}")));
    }

    @Bean
    CardPage vendorCard(RecordLists lists, FindRecord find, DocumentRows rows) {
        return new CardPage(VENDORS, Area.PURCHASING, Permission.READ_PURCHASING, VENDORS,
                number -> find.find(VENDORS, Map.of("number", number)).map(vendor -> card(vendor, lists, rows))).asking(sections(lists, new Row(Map.of())));
    }

    private static CardPage.Record card(Row vendor, RecordLists lists, DocumentRows rows) {
        var number = vendor.text("number");
        var key = encoded(number);
        var orders = rows.open("PURCHASE_ORDER").read(RowRequest.of(Criterion.equal("partnerNumber", number)).page(0, 1).totalling(Set.of("amount", "notInvoiced"))).totals();
        var entries = "/vendor-ledger-entries?vendorNumber=" + key + "&open=true";
        var figures = List.of(
                new Report.Figure("partner-balance", Map.of(), vendor.figure("balance"), Kind.AMOUNT, entries),
                new Report.Figure("partner-overdue", Map.of(), vendor.figure("overdueAmount"), Kind.AMOUNT, entries),
                new Report.Figure("partner-on-order", Map.of(), orders.getOrDefault("amount", BigDecimal.ZERO), Kind.AMOUNT, "/purchase-orders?partnerNumber=" + key),
                new Report.Figure("received-not-invoiced", Map.of(), orders.getOrDefault("notInvoiced", BigDecimal.ZERO), Kind.AMOUNT, "/purchase-orders?partnerNumber=" + key + "&notInvoiced=%3C%3E0"));
        var sections = sections(lists, vendor);
        var related = List.of(new CardPage.Related("vendor-ledger-entries", "/vendor-ledger-entries?vendorNumber=" + key),
                new CardPage.Related("purchase-orders", "/purchase-orders?partnerNumber=" + key),
                new CardPage.Related("posted-purchase-documents", "/posted-purchase-documents?partnerNumber=" + key),
                new CardPage.Related("purchase-price-lists", "/purchase-price-lists?vendorNumber=" + key));
        var record = new CardPage.Record((number + " " + vendor.text("displayName")).strip(), "card.vendor.subtitle", Map.of("where", vendor.text("city").isEmpty() ? "" : ", " + vendor.text("city")), figures, sections, related, List.of());
        return record.edited(VENDORS, Map.of("number", number)).acting(actions(key)).marked(badge(vendor));
    }

    private static List<CardPage.Section> sections(RecordLists lists, Row vendor) {
        var type = lists.type(VENDORS);
        return List.of(lists.section("general", type, vendor, GENERAL), lists.section("address", type, vendor, ADDRESS),
                lists.section("invoicing", type, vendor, INVOICING), lists.section("receiving", type, vendor, RECEIVING));
    }

    private static List<PageAction> actions(String key) {
        return List.of(PageAction.open("new-purchase-order", Permission.CHANGE_PURCHASING, "/purchase-orders/new?vendorNumber=" + key),
                PageAction.open("new-purchase-invoice", Permission.CHANGE_PURCHASING, "/purchase-invoices/new?vendorNumber=" + key),
                PageAction.open("new-purchase-return", Permission.CHANGE_PURCHASING, "/purchase-return-orders/new?vendorNumber=" + key));
    }

    private static Message badge(Row vendor) {
        var blocked = vendor.text("blocked");
        return blocked.isEmpty() || blocked.equals("none") ? Message.of(Tone.SUCCESS, "card.partner.active") : Message.of(Tone.WARNING, "card.partner.blocked." + blocked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Bean
    @Order(106)
    ListPage purchasePriceListsPage(RecordLists lists) {
        return lists.list("purchase-price-lists", Area.PURCHASING, "purchasePriceLists")
                .withActions(List.of(PageAction.open("price-list-lines", Permission.READ_PURCHASING, "/purchase-price-list-lines?priceListCode={code}")));
    }

    @Bean
    @Order(107)
    ListPage purchasePriceListLinesPage(RecordLists lists) {
        return lists.list("purchase-price-list-lines", Area.PURCHASING, "purchasePriceListLines");
    }

    @Bean
    @Order(108)
    ListPage itemVendorsPage(RecordLists lists) {
        return lists.list("item-vendors", Area.PURCHASING, "itemVendors");
    }

    @Bean
    @Order(109)
    ListPage vendorInvoiceDiscountsPage(RecordLists lists) {
        return lists.list("vendor-invoice-discounts", Area.PURCHASING, "vendorInvoiceDiscounts");
    }

    @Bean
    @Order(61)
    ListPage overReceiptCodesPage(RecordLists lists) {
        return lists.list("over-receipt-codes", Area.SETUP, "overReceiptCodes");
    }

    @Bean
    @Order(62)
    ListPage vendorPostingGroupsPage(RecordLists lists) {
        return lists.list("vendor-posting-groups", Area.SETUP, "vendorPostingGroups");
    }
}
