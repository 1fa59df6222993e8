package org.stockbook.documents.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.documents.calls.PreviewAnswers;
import org.stockbook.documents.figures.DocumentFigures;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.documents.posted.ReadPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.calls.AddressedRecords;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** Posted receipts, shipments, invoices and credit memos: they are read, never changed (spec: ui, section 12, Purchasing and Sales). */
@Configuration(proxyBeanMethods = false)
class PostedDocumentPages {
    static final String PURCHASES = "posted-purchase-documents";
    static final String SALES = "posted-sales-documents";
    private static final Set<DocumentType> INVOICED_LATER = Set.of(DocumentType.PURCHASE_RECEIPT, DocumentType.PURCHASE_RETURN_SHIPMENT, DocumentType.SALES_SHIPMENT, DocumentType.SALES_RETURN_RECEIPT);

    @Bean
    @Order(105)
    ListPage postedPurchaseDocumentsPage(DocumentRows rows) {
        return list(new Side(PURCHASES, Area.PURCHASING, Permission.READ_PURCHASING, "postedPurchaseDocuments"),
                rows, Set.of("PURCHASE_RECEIPT", "PURCHASE_INVOICE", "PURCHASE_RETURN_SHIPMENT", "PURCHASE_CREDIT_MEMO"))
                .withViews(List.of(view("posted-receipts", "purchaseReceipt"), view("posted-invoices", "purchaseInvoice"),
                        view("posted-return-shipments", "purchaseReturnShipment"), view("posted-credit-memos", "purchaseCreditMemo")));
    }

    @Bean
    @Order(115)
    ListPage postedSalesDocumentsPage(DocumentRows rows) {
        return list(new Side(SALES, Area.SALES, Permission.READ_SALES, "postedSalesDocuments"),
                rows, Set.of("SALES_SHIPMENT", "SALES_INVOICE", "SALES_RETURN_RECEIPT", "SALES_CREDIT_MEMO"))
                .withViews(List.of(view("posted-shipments", "salesShipment"), view("posted-invoices", "salesInvoice"),
                        view("posted-return-receipts", "salesReturnReceipt"), view("posted-credit-memos", "salesCreditMemo")));
    }

    private static SuppliedView view(String name, String type) {
        return new SuppliedView(name, "documentType=" + type);
    }

    /** What tells the list of one side from that of the other. */
    private record Side(String path, Area area, Permission permission, String collection) {}

    private static ListPage list(Side side, DocumentRows rows, Set<String> types) {
        var path = side.path();
        return new ListPage(path, side.area(), side.permission(), side.collection(), rows.posted(types), List.of(
                PageColumn.code("number").linked(row -> "/" + path + "/" + DocumentPages.encoded(row.text("documentType") + "." + row.text("number"))),
                PageColumn.of("documentType", Kind.CHOICE),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.code("partnerNumber").titled(path.equals(PURCHASES) ? "vendorNumber" : "customerNumber").linked(row -> (path.equals(PURCHASES) ? "/vendors/" : "/customers/") + DocumentPages.encoded(row.text("partnerNumber"))),
                PageColumn.text("partnerName").with(Trait.FILLING),
                PageColumn.code("orderNumber"),
                PageColumn.code("externalDocumentNumber"),
                PageColumn.code("locationCode"),
                PageColumn.of("dueDate", Kind.DATE).with(Trait.HIDDEN),
                PageColumn.code("currencyCode").with(Trait.MUTED),
                PageColumn.of("amount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("reversed", Kind.FLAG),
                PageColumn.of("registerNumber", Kind.NUMBER).with(Trait.HIDDEN).linked(row -> row.text("registerNumber").isEmpty() ? "" : "/item-ledger-entries?registerNumber=" + row.text("registerNumber")),
                PageColumn.code("userName").with(Trait.HIDDEN),
                PageColumn.of("createdAt", Kind.MOMENT).with(Trait.HIDDEN)),
                List.of(Sort.descending("number")), List.of());
    }

    @Bean
    ListPage.ForPrograms purchaseReceipts(DocumentRows rows) {
        return programs(PostedResource.PURCHASE_RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseReturnShipments(DocumentRows rows) {
        return programs(PostedResource.PURCHASE_RETURN_SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms salesShipments(DocumentRows rows) {
        return programs(PostedResource.SALES_SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms returnReceipts(DocumentRows rows) {
        return programs(PostedResource.RETURN_RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms postedPurchaseInvoices(DocumentRows rows) {
        return programs(PostedResource.PURCHASE_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms postedPurchaseCreditMemos(DocumentRows rows) {
        return programs(PostedResource.PURCHASE_CREDIT_MEMOS, rows);
    }

    @Bean
    ListPage.ForPrograms postedSalesInvoices(DocumentRows rows) {
        return programs(PostedResource.SALES_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms postedSalesCreditMemos(DocumentRows rows) {
        return programs(PostedResource.SALES_CREDIT_MEMOS, rows);
    }

    /** Posted documents of each kind as collections of their own, as programs know them (spec: api, section 11). */
    private static ListPage.ForPrograms programs(PostedResource resource, DocumentRows rows) {
        var wording = resource.wording();
        return new ListPage.ForPrograms(new ListPage("", wording.isPurchase() ? Area.PURCHASING : Area.SALES, resource.read(), resource.list(), rows.posted(Set.of(resource.type().name())), List.of(
                PageColumn.code("number"),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.code(wording.partner()),
                PageColumn.text(wording.isPurchase() ? "vendorName" : "customerName"),
                PageColumn.code("orderNumber"),
                PageColumn.code("externalDocumentNumber"),
                PageColumn.code("locationCode"),
                PageColumn.of("dueDate", Kind.DATE),
                PageColumn.code("currencyCode"),
                PageColumn.of("amount", Kind.AMOUNT),
                PageColumn.of("reversed", Kind.FLAG),
                PageColumn.of("registerNumber", Kind.NUMBER),
                PageColumn.code("userName"),
                PageColumn.of("createdAt", Kind.MOMENT)), List.of(Sort.descending("number")), List.of()));
    }

    /** Posted invoices and credit memos stand among those that are not posted, and have ids of their own. */
    @Bean
    AddressedRecords postedAmongOpen(DocumentRows rows, Identities identities) {
        return (collection, id) -> PostedResource.of(collection).filter(PostedResource::isShared).flatMap(kind -> {
            var key = identities.key(kind.list(), id);
            return key.isEmpty() ? Optional.empty()
                    : rows.posted(Set.of(kind.type().name())).read(RowRequest.of(Criterion.equal("id", key.getAsLong())).selecting(Set.of("number")).page(0, 2)).rows().stream()
                            .findFirst().map(row -> "number:" + row.text("number"));
        });
    }

    /** So do their lines. */
    @Bean
    AddressedRecords postedLinesAmongOpen(Identities identities) {
        return (collection, id) -> PostedResource.ofLines(collection).filter(PostedResource::isShared).flatMap(kind -> {
            var key = identities.key(kind.listOfLines(), id);
            return key.isEmpty() ? Optional.empty() : Optional.of(PostedEndpoint.POSTED + key.getAsLong());
        });
    }

    @Bean
    CardPage postedPurchaseDocumentCard(ReadPosted documents) {
        return new CardPage(PURCHASES, Area.PURCHASING, Permission.READ_PURCHASING, PURCHASES, key -> find(documents, key, "PURCHASE_").map(document -> card(document, documents.isOwn(document))));
    }

    @Bean
    CardPage postedSalesDocumentCard(ReadPosted documents, DocumentFigures figures, Permissions permissions) {
        return new CardPage(SALES, Area.SALES, Permission.READ_SALES, SALES, key -> find(documents, key, "SALES_").map(document -> {
            var card = card(document, documents.isOwn(document));
            return permissions.has(Permission.READ_COSTS) ? figures.profit(document.type(), document.header().no()).map(profit -> card.figures().isEmpty() ? card : card.beside(List.of(earned(profit)))).orElse(card) : card;
        }));
    }

    /** Cost, profit and margin as they were known when it was posted, and as they are known now (spec: ui, statistics). */
    private static Report.Table earned(DocumentFigures.Profit profit) {
        var lines = List.of(
                earned("sales", profit.sales()), earned("cost-posted", profit.cost()), earned("profit-posted", profit.sales().subtract(profit.cost())),
                earned("margin-posted", margin(profit.sales(), profit.cost())), earned("cost-now", profit.adjustedCost()),
                earned("profit-now", profit.sales().subtract(profit.adjustedCost())), earned("margin-now", margin(profit.sales(), profit.adjustedCost())));
        return new Report.Table("earned", Optional.of(Message.of(Tone.NEUTRAL, "card.posted.earned")), List.of(PageColumn.text("what"), PageColumn.of("amount", Kind.AMOUNT)), lines);
    }

    private static Report.Line earned(String what, BigDecimal figure) {
        return Report.Line.of(new Row(Map.of("what", Message.of(Tone.NEUTRAL, "earned." + what), "amount", figure)));
    }

    private static BigDecimal margin(BigDecimal sales, BigDecimal cost) {
        return sales.signum() == 0 ? BigDecimal.ZERO : sales.subtract(cost).multiply(BigDecimal.valueOf(100)).divide(sales, 2, RoundingMode.HALF_UP);
    }

    /** By type and number, for instance {@code purchaseReceipt.PR-204}; one side does not show the other's. */
    private static Optional<PostedDocument> find(ReadPosted documents, String key, String side) {
        var parts = key.split("\\.", 2);
        var wanted = parts[0].replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return parts.length < 2 || !wanted.startsWith(side)
                ? Optional.empty()
                : Arrays.stream(DocumentType.values()).filter(type -> type.name().equals(wanted)).findFirst().flatMap(type -> documents.findToRead(type, new DocumentNo(parts[1])));
    }

    private static CardPage.Record card(PostedDocument document, boolean own) {
        var header = document.header();
        var number = header.no().code();
        var net = document.lines().stream().map(PostedDocument.Line::net).map(Money::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var entries = "/find-entries?documentNumber=" + DocumentPages.encoded(number) + "&postingDate=" + header.dates().posting();
        var isInvoice = document.trail().ledgerRegister() != 0;
        var figures = isInvoice ? List.of(new Report.Figure("amount", Map.of(), net, Kind.AMOUNT, entries, header.terms().currency().code())) : List.<Report.Figure>of();
        var corrected = !document.lines().isEmpty() && document.lines().stream().allMatch(PostedDocument.Line::corrected);
        var record = new CardPage.Record(number + " " + document.particulars().partnerName(), "card.posted." + PreviewAnswers.word(document.type().name()), Map.of("order", document.from().no().code()),
                figures, List.of(head(document)), related(document, entries), List.of(lines(document)));
        var acting = own ? record.acting(actions(document, corrected || !document.trail().cancelledBy().isEmpty())) : record;
        return corrected ? acting.marked(Message.of(Tone.WARNING, "card.posted.reversed")) : acting.marked(Message.of(Tone.SUCCESS, "card.posted.posted"));
    }

    /** What takes it back; where it is taken back already, that is why not. */
    private static List<PageAction> actions(PostedDocument document, boolean takenBack) {
        var resource = PostedResource.of(document.type()).orElseThrow();
        var address = resource.collection() + "/number:" + DocumentPages.encoded(document.header().no().code()) + "/";
        var takingBack = switch (document.type()) {
            case PURCHASE_RECEIPT, PURCHASE_RETURN_SHIPMENT, SALES_SHIPMENT, SALES_RETURN_RECEIPT -> List.of(PageAction.send("undo", resource.post(), address + "undo").confirmed());
            case PURCHASE_INVOICE, SALES_INVOICE -> List.of(PageAction.send("cancel-invoice", resource.post(), address + "cancel").confirmed(),
                    PageAction.send("correct-invoice", resource.post(), address + "correct").confirmed(),
                    PageAction.send("corrective-memo", resource.post(), address + "createCorrectiveCreditMemo"));
            default -> List.<PageAction>of();
        };
        var actions = new ArrayList<>(List.of(PageAction.open("print", resource.read(), "/api/v1/" + address + "pdf").on("Ctrl P")));
        takingBack.forEach(action -> actions.add(takenBack ? action.refusedFor(Message.of(Tone.NEUTRAL, "card.posted.reversed")) : action));
        return actions;
    }

    private static CardPage.Section head(PostedDocument document) {
        var header = document.header();
        var values = new LinkedHashMap<String, Object>();
        var purchase = PostedResource.of(document.type()).filter(resource -> resource.wording().isPurchase()).isPresent();
        values.put(purchase ? "vendorNumber" : "customerNumber", header.partner().no().code());
        values.put("partnerName", document.particulars().partnerName());
        values.put("postingDate", header.dates().posting());
        values.put("documentDate", header.dates().document());
        values.put("dueDate", header.dates().due());
        values.put("orderNumber", document.from().no().code());
        values.put("externalDocumentNumber", header.external());
        values.put("locationCode", document.location().code());
        values.put("currencyCode", header.terms().currency().code());
        values.put("userName", document.trail().user());
        values.put("createdAt", document.trail().at());
        var fields = values.keySet().stream().map(name -> switch (name) {
            case "postingDate", "documentDate", "dueDate" -> CardPage.field(name, Kind.DATE);
            case "createdAt" -> CardPage.field(name, Kind.MOMENT);
            default -> CardPage.field(name, Kind.TEXT);
        }).toList();
        return new CardPage.Section("document", fields, new Row(values));
    }

    private static List<CardPage.Related> related(PostedDocument document, String entries) {
        var related = new ArrayList<>(List.of(new CardPage.Related("find-entries", entries)));
        if (document.trail().itemRegister() != 0) {
            related.add(new CardPage.Related("item-ledger-entries", "/item-ledger-entries?registerNumber=" + document.trail().itemRegister()));
        }
        return related;
    }

    private static Report.Table lines(PostedDocument document) {
        var columns = Stream.of(itemLinked("lineObjectNumber"), itemLinked("orderedItemNumber"),
                PageColumn.text("description").with(Trait.FILLING), PageColumn.code(DocumentBody.RETURN_REASON), PageColumn.code("locationCode"), PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.code("unitOfMeasureCode").with(Trait.MUTED), PageColumn.of("invoicedQuantity", Kind.QUANTITY), PageColumn.of("unitAmount", Kind.UNIT_AMOUNT),
                PageColumn.of("discountPercent", Kind.QUANTITY), PageColumn.of("netAmount", Kind.AMOUNT), PageColumn.of("reversed", Kind.FLAG))
                .filter(column -> INVOICED_LATER.contains(document.type()) || !column.name().equals("invoicedQuantity"))
                .filter(column -> !document.ordered().isEmpty() || !column.name().equals("orderedItemNumber"))
                .filter(column -> document.header().kind().isReturn() || !column.name().equals(DocumentBody.RETURN_REASON)).toList();
        return new Report.Table("lines", Optional.of(Message.of(Tone.NEUTRAL, "card.posted.lines")), columns, document.lines().stream().map(PostedDocumentPages::line).toList());
    }

    private static PageColumn itemLinked(String column) {
        return PageColumn.code(column).linked(row -> row.text(column).isEmpty() ? "" : "/items/" + DocumentPages.encoded(row.text(column)));
    }

    private static Report.Line line(PostedDocument.Line posted) {
        var line = posted.line();
        var values = new LinkedHashMap<String, Object>();
        values.put("lineObjectNumber", line.subject() instanceof LineSubject.OfItem item ? item.item().code() : "");
        values.put("orderedItemNumber", posted.ordered().map(ordered -> ordered.item().code()).orElse(""));
        values.put("description", line.description());
        values.put(DocumentBody.RETURN_REASON, line.returnReason().code().code());
        values.put("locationCode", line.location().code());
        values.put("quantity", posted.quantity().value());
        values.put("unitOfMeasureCode", line.unit().code().code());
        values.put("invoicedQuantity", posted.invoiced().value());
        values.put("unitAmount", line.price().unit().value());
        values.put("discountPercent", line.price().lineDiscount().value());
        values.put("netAmount", posted.net().value());
        values.put("reversed", posted.corrected());
        return Report.Line.of(new Row(values));
    }
}
