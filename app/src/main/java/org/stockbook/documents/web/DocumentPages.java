package org.stockbook.documents.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.Area;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.WorksheetPage.CellKind;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.WorksheetPage.Column;

/** Open purchase and sales documents: a list of each kind and the document itself (spec: ui, section 12, Purchasing and Sales). */
@Configuration(proxyBeanMethods = false)
class DocumentPages {
    /** Behind the unit of measure. */
    private static final int AVAILABLE_AT = 7;
    /** Before the location that it proposes. */
    private static final int REASON_AT = 4;

    @Bean
    @Order(101)
    ListPage purchaseQuotesPage(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_QUOTES, rows);
    }

    @Bean
    DocumentPage purchaseQuotePage() {
        return document(DocumentResource.PURCHASE_QUOTES);
    }

    @Bean
    @Order(101)
    ListPage purchaseOrdersPage(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_ORDERS, rows);
    }

    @Bean
    DocumentPage purchaseOrderPage() {
        return document(DocumentResource.PURCHASE_ORDERS);
    }

    @Bean
    @Order(102)
    ListPage purchaseInvoicesPage(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_INVOICES, rows);
    }

    @Bean
    DocumentPage purchaseInvoicePage() {
        return document(DocumentResource.PURCHASE_INVOICES);
    }

    @Bean
    @Order(103)
    ListPage purchaseReturnOrdersPage(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_RETURN_ORDERS, rows);
    }

    @Bean
    DocumentPage purchaseReturnOrderPage() {
        return document(DocumentResource.PURCHASE_RETURN_ORDERS);
    }

    @Bean
    @Order(104)
    ListPage purchaseCreditMemosPage(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_CREDIT_MEMOS, rows);
    }

    @Bean
    DocumentPage purchaseCreditMemoPage() {
        return document(DocumentResource.PURCHASE_CREDIT_MEMOS);
    }

    @Bean
    @Order(111)
    ListPage salesQuotesPage(DocumentRows rows) {
        return list(DocumentResource.SALES_QUOTES, rows);
    }

    @Bean
    DocumentPage salesQuotePage() {
        return document(DocumentResource.SALES_QUOTES);
    }

    @Bean
    @Order(111)
    ListPage salesOrdersPage(DocumentRows rows) {
        return list(DocumentResource.SALES_ORDERS, rows);
    }

    @Bean
    DocumentPage salesOrderPage() {
        return document(DocumentResource.SALES_ORDERS);
    }

    @Bean
    @Order(112)
    ListPage salesInvoicesPage(DocumentRows rows) {
        return list(DocumentResource.SALES_INVOICES, rows);
    }

    @Bean
    DocumentPage salesInvoicePage() {
        return document(DocumentResource.SALES_INVOICES);
    }

    @Bean
    @Order(113)
    ListPage salesReturnOrdersPage(DocumentRows rows) {
        return list(DocumentResource.SALES_RETURN_ORDERS, rows);
    }

    @Bean
    DocumentPage salesReturnOrderPage() {
        return document(DocumentResource.SALES_RETURN_ORDERS);
    }

    @Bean
    @Order(114)
    ListPage salesCreditMemosPage(DocumentRows rows) {
        return list(DocumentResource.SALES_CREDIT_MEMOS, rows);
    }

    @Bean
    DocumentPage salesCreditMemoPage() {
        return document(DocumentResource.SALES_CREDIT_MEMOS);
    }

    private static ListPage list(DocumentResource resource, DocumentRows rows) {
        var path = path(resource);
        var parts = resource.kind().isPostedInParts();
        var columns = new ArrayList<PageColumn>(List.of(
                PageColumn.code("number").linked(row -> "/" + path + "/" + encoded(row.text("number"))),
                PageColumn.code("partnerNumber").titled(resource.partner()).linked(row -> "/" + (resource.isPurchase() ? "vendors/" : "customers/") + encoded(row.text("partnerNumber"))),
                PageColumn.text("partnerName").with(Trait.FILLING),
                PageColumn.of("status", Kind.CHOICE),
                PageColumn.of("orderDate", Kind.DATE),
                PageColumn.of("postingDate", Kind.DATE).with(Trait.HIDDEN),
                PageColumn.code("externalDocumentNumber").with(Trait.HIDDEN),
                PageColumn.code("locationCode"),
                PageColumn.of("dueDate", Kind.DATE),
                PageColumn.of("requestedDate", Kind.DATE).with(Trait.HIDDEN),
                PageColumn.code("currencyCode").with(Trait.MUTED),
                PageColumn.of("amount", Kind.AMOUNT).with(Trait.TOTALLED).linked(row -> "/" + path + "/" + encoded(row.text("number")))));
        if (parts) {
            columns.add(PageColumn.of("handledPercent", Kind.QUANTITY).titled(resource.handle().equals("ship") ? "shippedPercent" : "receivedPercent"));
            columns.add(PageColumn.of("invoicedPercent", Kind.QUANTITY));
            columns.add(PageColumn.of("notInvoiced", Kind.AMOUNT).with(Trait.TOTALLED));
        }
        if (!resource.kind().isPosted()) {
            columns.add(PageColumn.of("validUntilDate", Kind.DATE));
        }
        columns.add(PageColumn.code("assignedUser").with(Trait.HIDDEN));
        columns.add(PageColumn.of("lastModifiedDateTime", Kind.MOMENT).with(Trait.HIDDEN));
        columns.add(PageColumn.of("changeNumber", Kind.NUMBER).with(Trait.HIDDEN));
        var list = new ListPage(path, area(resource), resource.read(), resource.collection(), rows.open(resource.side() + "_" + resource.kind()), columns,
                List.of(Sort.descending("number")), List.of());
        if (!resource.kind().isPosted()) {
            return list.withViews(List.of(new SuppliedView("quotes-valid", "validUntilDate=w.."), new SuppliedView("quotes-expired", "validUntilDate=<w")));
        }
        return parts ? list.withViews(views(resource.kind().isReturn() ? "returns" : "documents")) : list;
    }

    /** The same tabs over orders and over returns, each named apart: other languages bend the words after the noun. */
    private static List<SuppliedView> views(String documents) {
        return List.of(new SuppliedView(documents + "-open", "status=open"), new SuppliedView(documents + "-released", "status=released"),
                new SuppliedView(documents + "-not-invoiced", "notInvoiced=<>0"));
    }

    private static DocumentPage document(DocumentResource resource) {
        var isPurchase = resource.isPurchase();
        var partners = isPurchase ? "vendors" : "customers";
        return new DocumentPage(path(resource), area(resource), resource.read(), resource.change(), resource.post(),
                new DocumentPage.Resource(resource.collection(), resource.lines(), resource.partner(), partners, source(resource)),
                new DocumentPage.Contents(
                        header(resource, partners), more(resource),
                        columns(resource), List.of(resource.toHandle(), "invoiceQuantity", "description"),
                        List.of("totalAmountExcludingTax"), List.of("totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax")),
                postings(resource), actions(resource));
    }

    /** The six fields that people fill in. */
    private static List<Column> header(DocumentResource resource, String partners) {
        var location = Column.of("locationCode", CellKind.CODE).lookedUpIn("locations");
        var partner = Column.of(resource.partner(), CellKind.CODE).lookedUpIn(partners);
        return resource.kind().isPosted()
                ? List.of(partner, Column.of("externalDocumentNumber", CellKind.TEXT), Column.of("postingDate", CellKind.DATE),
                        Column.of("documentDate", CellKind.DATE), location, Column.of("dueDate", CellKind.DATE))
                : List.of(partner, Column.of("reference", CellKind.TEXT), Column.of("documentDate", CellKind.DATE),
                        Column.of("requestedDate", CellKind.DATE), location, Column.of("validUntilDate", CellKind.DATE));
    }

    private static List<Column> more(DocumentResource resource) {
        var more = new ArrayList<>(List.of(Column.of("currencyCode", CellKind.CODE).lookedUpIn("currencies"), Column.of("pricesIncludeTax", CellKind.CHOICE).choosing(List.of("false", "true")),
                Column.of("paymentTermsCode", CellKind.CODE).lookedUpIn("paymentTerms"),
                Column.of("shipmentMethodCode", CellKind.CODE).lookedUpIn("shipmentMethods"), Column.of("responsibilityCenterCode", CellKind.CODE).lookedUpIn("responsibilityCenters")));
        if (resource.kind().isPosted()) {
            more.add(Column.of("orderDate", CellKind.DATE));
            more.add(Column.of("requestedDate", CellKind.DATE));
            more.add(Column.of("reference", CellKind.TEXT));
        }
        if (!resource.isPurchase()) {
            more.add(Column.of("shipToCode", CellKind.CODE).lookedUpIn("shipToAddresses"));
        }
        return more;
    }

    /** Invoices take over receipts and shipments, credit memos what was returned. */
    private static DocumentPage.Source source(DocumentResource resource) {
        return switch (resource) {
            case PURCHASE_INVOICES -> new DocumentPage.Source("purchaseReceipt", "getReceiptLines");
            case SALES_INVOICES -> new DocumentPage.Source("salesShipment", "getShipmentLines");
            case PURCHASE_CREDIT_MEMOS -> new DocumentPage.Source("purchaseReturnShipment", "getReturnShipmentLines");
            case SALES_CREDIT_MEMOS -> new DocumentPage.Source("salesReturnReceipt", "getReturnReceiptLines");
            default -> DocumentPage.Source.NONE;
        };
    }

    private static List<PageAction> actions(DocumentResource resource) {
        var actions = new ArrayList<PageAction>();
        if (!resource.kind().isPosted()) {
            actions.add(PageAction.run("make-order", resource.change(), "make-order").on("F9"));
        }
        actions.add(PageAction.run("statistics", resource.read(), "statistics").on("F7"));
        actions.add(PageAction.run("print", resource.read(), "print").on("Ctrl P"));
        if (!source(resource).equals(DocumentPage.Source.NONE)) {
            actions.add(PageAction.run("get-lines", resource.change(), "get-lines"));
        }
        if (resource.kind().isReturn()) {
            actions.add(PageAction.run("get-lines-to-reverse", resource.change(), "get-lines-to-reverse"));
        }
        if (resource.kind().isPosted()) {
            actions.add(PageAction.run("assign-charge", resource.change(), "assign-charge"));
        }
        if (!resource.isPurchase() && !resource.kind().isReturn()) {
            actions.add(PageAction.run("substitute", resource.change(), "substitute").on("Alt S"));
        }
        actions.add(PageAction.run("delete-document", resource.change(), "delete-document"));
        return actions;
    }

    private static List<Column> columns(DocumentResource resource) {
        var columns = new ArrayList<>(List.of(
                Column.of("lineType", CellKind.CHOICE, CellTrait.FROM_ABOVE).choosing(List.of("item", "charge", "account", "resource", "comment")),
                Column.of("lineObjectNumber", CellKind.CODE, CellTrait.QUICK_ENTRY).lookedUpIn("items"),
                Column.of("description", CellKind.TEXT, CellTrait.FILLING),
                Column.of("itemVariantCode", CellKind.CODE),
                Column.of("locationCode", CellKind.CODE).lookedUpIn("locations"),
                Column.of("quantity", CellKind.QUANTITY, CellTrait.QUICK_ENTRY),
                Column.of("unitOfMeasureCode", CellKind.CODE, CellTrait.MUTED).lookedUpIn("unitsOfMeasure"),
                Column.of(resource.price(), CellKind.UNIT_AMOUNT),
                Column.of("discountPercent", CellKind.QUANTITY),
                Column.of("netAmount", CellKind.AMOUNT, CellTrait.READ_ONLY)));
        if (!resource.isPurchase() && !resource.kind().isReturn()) {
            columns.add(AVAILABLE_AT, Column.of("availableQuantity", CellKind.QUANTITY, CellTrait.READ_ONLY, CellTrait.MUTED));
        }
        if (resource.kind().isPostedInParts()) {
            columns.add(Column.of(resource.toHandle(), CellKind.QUANTITY));
            columns.add(Column.of(resource.handled(), CellKind.QUANTITY, CellTrait.READ_ONLY));
            columns.add(Column.of("invoiceQuantity", CellKind.QUANTITY));
            columns.add(Column.of("invoicedQuantity", CellKind.QUANTITY, CellTrait.READ_ONLY));
        }
        if (resource.kind().isReturn()) {
            columns.add(REASON_AT, Column.of(DocumentBody.RETURN_REASON, CellKind.CODE).lookedUpIn("returnReasons"));
            if (!resource.isPurchase()) {
                columns.add(Column.of("appliesFromEntryNumber", CellKind.NUMBER).hidden());
            }
        }
        if (resource.mayReceiveMore()) {
            columns.add(Column.of(DocumentBody.OVER_RECEIPT, CellKind.QUANTITY, CellTrait.MUTED).hidden());
        }
        return columns;
    }

    /** Orders may be worked off in parts; invoices and credit memos move and invoice at once. */
    private static List<DocumentPage.Posting> postings(DocumentResource resource) {
        if (!resource.kind().isPosted()) {
            return List.of();
        }
        var handle = resource.handle();
        var both = new DocumentPage.Posting(handle + "-and-invoice", Map.of(handle, true, "invoice", true));
        return resource.kind().isPostedInParts()
                ? List.of(both, new DocumentPage.Posting(handle, Map.of(handle, true)), new DocumentPage.Posting("invoice", Map.of("invoice", true)))
                : List.of(both);
    }

    static Area area(DocumentResource resource) {
        return resource.isPurchase() ? Area.PURCHASING : Area.SALES;
    }

    /** The collection in words: purchaseOrders becomes purchase-orders. */
    static String path(DocumentResource resource) {
        return resource.collection().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
