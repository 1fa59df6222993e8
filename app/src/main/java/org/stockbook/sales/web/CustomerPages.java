package org.stockbook.sales.web;

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

/** Customers, and what sellers set up (spec: ui, section 12, Purchasing and Sales; sales, section 1). */
@Configuration(proxyBeanMethods = false)
class CustomerPages {
    private static final String CUSTOMERS = "customers";
    private static final List<String> GENERAL = List.of("number", "displayName", "searchName", "blocked", "languageCode");
    private static final List<String> ADDRESS = List.of("addressLine1", "addressLine2", "postalCode", "city", "countryCode", "contact", "phoneNumber", "email", "website");
    private static final List<String> INVOICING = List.of("taxRegistrationNumber", "generalBusinessPostingGroupCode", "taxBusinessPostingGroupCode", "customerPostingGroupCode",
            "currencyCode", "pricesIncludeTax", "paymentTermsCode", "invoiceDiscountCode", "customerPriceGroupCode", "customerDiscountGroupCode", "allowLineDiscount",
            "creditLimit", "billToCustomerNumber");
    private static final List<String> DELIVERY = List.of("locationCode", "responsibilityCenterCode", "shipmentMethodCode", "shipComplete", "combineShipments");

    @Bean
    @Order(110)
    ListPage customersPage(RecordLists lists) {
        return lists.list(CUSTOMERS, Area.SALES, CUSTOMERS)
                .withViews(List.of(new SuppliedView("partners-with-balance", "balance=<>0"), new SuppliedView("partners-blocked", "blocked=<>none")))
                .withActions(List.of(PageAction.open("new-sales-order", Permission.CHANGE_SALES, "/sales-orders/new?customerNumber={number}")));
    }

    @Bean
    CardPage customerCard(RecordLists lists, FindRecord find, DocumentRows rows) {
        return new CardPage(CUSTOMERS, Area.SALES, Permission.READ_SALES, CUSTOMERS,
                number -> find.find(CUSTOMERS, Map.of("number", number)).map(customer -> card(customer, lists, rows))).asking(sections(lists, new Row(Map.of())));
    }

    private static CardPage.Record card(Row customer, RecordLists lists, DocumentRows rows) {
        var number = customer.text("number");
        var key = encoded(number);
        var orders = rows.open("SALES_ORDER").read(RowRequest.of(Criterion.equal("partnerNumber", number)).page(0, 1).totalling(Set.of("amount", "notInvoiced"))).totals();
        var entries = "/customer-ledger-entries?customerNumber=" + key + "&open=true";
        var figures = List.of(
                new Report.Figure("partner-balance", Map.of(), customer.figure("balance"), Kind.AMOUNT, entries),
                new Report.Figure("partner-overdue", Map.of(), customer.figure("overdueAmount"), Kind.AMOUNT, entries),
                new Report.Figure("partner-on-order", Map.of(), orders.getOrDefault("amount", BigDecimal.ZERO), Kind.AMOUNT, "/sales-orders?partnerNumber=" + key),
                new Report.Figure("shipped-not-invoiced", Map.of(), orders.getOrDefault("notInvoiced", BigDecimal.ZERO), Kind.AMOUNT, "/sales-orders?partnerNumber=" + key + "&notInvoiced=%3C%3E0"));
        var sections = sections(lists, customer);
        var related = List.of(new CardPage.Related("customer-ledger-entries", "/customer-ledger-entries?customerNumber=" + key),
                new CardPage.Related("sales-orders", "/sales-orders?partnerNumber=" + key),
                new CardPage.Related("posted-sales-documents", "/posted-sales-documents?partnerNumber=" + key),
                new CardPage.Related("sales-price-lists", "/sales-price-lists?customerNumber=" + key));
        var record = new CardPage.Record((number + " " + customer.text("displayName")).strip(), "card.customer.subtitle", Map.of("where", customer.text("city").isEmpty() ? "" : ", " + customer.text("city")), figures, sections, related, List.of());
        return record.edited(CUSTOMERS, Map.of("number", number)).acting(actions(key)).marked(badge(customer));
    }

    private static List<CardPage.Section> sections(RecordLists lists, Row customer) {
        var type = lists.type(CUSTOMERS);
        return List.of(lists.section("general", type, customer, GENERAL), lists.section("address", type, customer, ADDRESS),
                lists.section("invoicing", type, customer, INVOICING), lists.section("delivery", type, customer, DELIVERY));
    }

    private static List<PageAction> actions(String key) {
        return List.of(PageAction.open("new-sales-order", Permission.CHANGE_SALES, "/sales-orders/new?customerNumber=" + key),
                PageAction.open("new-sales-invoice", Permission.CHANGE_SALES, "/sales-invoices/new?customerNumber=" + key),
                PageAction.open("new-sales-return", Permission.CHANGE_SALES, "/sales-return-orders/new?customerNumber=" + key));
    }

    private static Message badge(Row customer) {
        var blocked = customer.text("blocked");
        return blocked.isEmpty() || blocked.equals("none") ? Message.of(Tone.SUCCESS, "card.partner.active") : Message.of(Tone.WARNING, "card.partner.blocked." + blocked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Bean
    @Order(116)
    ListPage salesPriceListsPage(RecordLists lists) {
        return lists.list("sales-price-lists", Area.SALES, "salesPriceLists")
                .withActions(List.of(PageAction.open("price-list-lines", Permission.READ_SALES, "/sales-price-list-lines?priceListCode={code}")));
    }

    @Bean
    @Order(117)
    ListPage salesPriceListLinesPage(RecordLists lists) {
        return lists.list("sales-price-list-lines", Area.SALES, "salesPriceListLines");
    }

    @Bean
    @Order(118)
    ListPage customerInvoiceDiscountsPage(RecordLists lists) {
        return lists.list("customer-invoice-discounts", Area.SALES, "customerInvoiceDiscounts");
    }

    @Bean
    @Order(119)
    ListPage shipToAddressesPage(RecordLists lists) {
        return lists.list("ship-to-addresses", Area.SALES, "shipToAddresses");
    }

    @Bean
    @Order(63)
    ListPage customerPriceGroupsPage(RecordLists lists) {
        return lists.list("customer-price-groups", Area.SETUP, "customerPriceGroups");
    }

    @Bean
    @Order(64)
    ListPage customerDiscountGroupsPage(RecordLists lists) {
        return lists.list("customer-discount-groups", Area.SETUP, "customerDiscountGroups");
    }

    @Bean
    @Order(65)
    ListPage customerPostingGroupsPage(RecordLists lists) {
        return lists.list("customer-posting-groups", Area.SETUP, "customerPostingGroups");
    }
}
