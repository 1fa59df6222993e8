package org.stockbook.transfers.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.documents.calls.PreviewAnswers;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.transfers.PostedTransferDocument;
import org.stockbook.transfers.PostedTransfers;
import org.stockbook.transfers.TransferRows;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.WorksheetPage.CellKind;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.WorksheetPage.Column;

/** Transfer orders and what was posted of them: lists, the order itself, posted documents, routes (spec: ui, section 12, Stock). */
@Configuration(proxyBeanMethods = false)
class TransferPages {
    private static final String ORDERS = "transfer-orders";
    static final String POSTED = "posted-transfers";

    @Bean
    @Order(121)
    ListPage transferOrdersPage(TransferRows rows) {
        return new ListPage(ORDERS, Area.STOCK, Permission.READ_INVENTORY, TransferEndpoint.COLLECTION, rows.orders(), List.of(
                PageColumn.code("number").linked(row -> "/" + ORDERS + "/" + encoded(row.text("number"))),
                PageColumn.of("status", Kind.CHOICE),
                PageColumn.code("transferFromCode"),
                PageColumn.code("transferToCode"),
                PageColumn.code("inTransitCode"),
                PageColumn.of("transferRoute", Kind.CHOICE).with(Trait.HIDDEN),
                PageColumn.of("shipmentDate", Kind.DATE),
                PageColumn.of("receiptDate", Kind.DATE),
                PageColumn.of("postingDate", Kind.DATE).with(Trait.HIDDEN),
                PageColumn.of("shippedPercent", Kind.QUANTITY),
                PageColumn.of("receivedPercent", Kind.QUANTITY),
                PageColumn.code("externalDocumentNumber"),
                PageColumn.code("assignedUser").with(Trait.HIDDEN),
                PageColumn.of("lastModifiedDateTime", Kind.MOMENT).with(Trait.HIDDEN),
                PageColumn.of("changeNumber", Kind.NUMBER).with(Trait.HIDDEN)),
                List.of(Sort.descending("number")), List.of())
                .withViews(List.of(new SuppliedView("documents-open", "status=open"), new SuppliedView("documents-released", "status=released"),
                        new SuppliedView("transfers-under-way", "shippedPercent=>0")));
    }

    @Bean
    DocumentPage transferOrderPage() {
        return new DocumentPage(ORDERS, Area.STOCK, Permission.READ_INVENTORY, Permission.CHANGE_TRANSFERS, Permission.POST_TRANSFERS,
                new DocumentPage.Resource(TransferEndpoint.COLLECTION, TransferBody.LINES, "transferToCode", "locations", DocumentPage.Source.NONE),
                new DocumentPage.Contents(
                        List.of(Column.of("transferFromCode", CellKind.CODE).lookedUpIn("locations"), Column.of("transferToCode", CellKind.CODE).lookedUpIn("locations"),
                                Column.of("inTransitCode", CellKind.CODE).lookedUpIn("locations"), Column.of("postingDate", CellKind.DATE),
                                Column.of("shipmentDate", CellKind.DATE), Column.of("receiptDate", CellKind.DATE)),
                        List.of(Column.of("transferRoute", CellKind.CHOICE).choosing(List.of("inTransit", "directInTwoSteps", "directInOneStep")),
                                Column.of("shippingTime", CellKind.TEXT), Column.of("shipmentMethodCode", CellKind.CODE).lookedUpIn("shipmentMethods"),
                                Column.of("externalDocumentNumber", CellKind.TEXT), Column.of("assignedUser", CellKind.TEXT)),
                        List.of(Column.of("lineObjectNumber", CellKind.CODE, CellTrait.QUICK_ENTRY).lookedUpIn("items"),
                                Column.of("description", CellKind.TEXT, CellTrait.FILLING),
                                Column.of("itemVariantCode", CellKind.CODE),
                                Column.of("quantity", CellKind.QUANTITY, CellTrait.QUICK_ENTRY),
                                Column.of("unitOfMeasureCode", CellKind.CODE, CellTrait.MUTED).lookedUpIn("unitsOfMeasure"),
                                Column.of("shipQuantity", CellKind.QUANTITY),
                                Column.of("shippedQuantity", CellKind.QUANTITY, CellTrait.READ_ONLY),
                                Column.of("receiveQuantity", CellKind.QUANTITY),
                                Column.of("receivedQuantity", CellKind.QUANTITY, CellTrait.READ_ONLY)),
                        List.of("shipQuantity", "receiveQuantity", "description"), List.of(), List.of()),
                List.of(new DocumentPage.Posting("ship", Map.of("ship", true)), new DocumentPage.Posting("receive", Map.of("receive", true)),
                        new DocumentPage.Posting("ship-and-receive", Map.of("ship", true, "receive", true))),
                List.of(PageAction.run("delete-document", Permission.CHANGE_TRANSFERS, "delete-document")));
    }

    @Bean
    @Order(122)
    ListPage postedTransfersPage(TransferRows rows) {
        return new ListPage(POSTED, Area.STOCK, Permission.READ_INVENTORY, "postedTransfers", rows.posted(Stream.of(PostedKind.values()).map(kind -> kind.type().name()).collect(Collectors.toSet())), List.of(
                PageColumn.code("number").linked(row -> "/" + POSTED + "/" + encoded(row.text("documentType") + "." + row.text("number"))),
                PageColumn.of("documentType", Kind.CHOICE),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.code("transferFromCode"),
                PageColumn.code("transferToCode"),
                PageColumn.code("inTransitCode"),
                PageColumn.code("orderNumber"),
                PageColumn.code("externalDocumentNumber"),
                PageColumn.of("reversed", Kind.FLAG),
                PageColumn.of("registerNumber", Kind.NUMBER)
                        .linked(row -> row.text("registerNumber").isEmpty() ? "" : "/item-ledger-entries?registerNumber=" + row.text("registerNumber")),
                PageColumn.code("userName"),
                PageColumn.of("createdAt", Kind.MOMENT).with(Trait.HIDDEN)),
                List.of(Sort.descending("number")), List.of())
                .withViews(List.of(new SuppliedView("posted-shipments", "documentType=transferShipment"), new SuppliedView("posted-receipts", "documentType=transferReceipt"),
                        new SuppliedView("posted-direct-transfers", "documentType=directTransfer")));
    }

    @Bean
    @Order(123)
    ListPage transferRoutesPage(TransferRows rows) {
        return new ListPage("transfer-routes", Area.SETUP, Permission.READ_INVENTORY, "transferRoutes", rows.routes(), List.of(
                PageColumn.code("transferFromCode"), PageColumn.code("transferToCode"), PageColumn.of("transferRoute", Kind.CHOICE), PageColumn.code("inTransitCode"),
                PageColumn.code("shippingTime")),
                List.of(Sort.ascending("transferFromCode")), List.of());
    }

    @Bean
    CardPage postedTransferCard(PostedTransfers posted) {
        return new CardPage(POSTED, Area.STOCK, Permission.READ_INVENTORY, POSTED, key -> find(posted, key).map(TransferPages::card));
    }

    /** By type and number, for instance {@code transferShipment.TS-7}. */
    private static Optional<PostedTransferDocument> find(PostedTransfers posted, String key) {
        var parts = key.split("\\.", 2);
        var wanted = parts[0].replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(DocumentType.values())
                .filter(type -> parts.length > 1 && type.name().equals(wanted) && PostedKind.of(type).isPresent())
                .findFirst()
                .flatMap(type -> posted.find(type, new DocumentNo(parts[1])));
    }

    private static CardPage.Record card(PostedTransferDocument document) {
        var number = document.no().code();
        var entries = "/find-entries?documentNumber=" + encoded(number) + "&postingDate=" + document.postingDate();
        var related = new ArrayList<>(List.of(new CardPage.Related("find-entries", entries)));
        if (document.trail().itemRegister() != 0) {
            related.add(new CardPage.Related("item-ledger-entries", "/item-ledger-entries?registerNumber=" + document.trail().itemRegister()));
        }
        var record = new CardPage.Record(number, "card.posted." + PreviewAnswers.word(document.type().name()), Map.of("order", document.order().code()), List.of(),
                List.of(head(document)), related, List.of(lines(document)));
        var undo = PageAction.send("undo", Permission.POST_TRANSFERS, "transferShipments/number:" + encoded(number) + "/undo").confirmed();
        var acting = document.type() == DocumentType.TRANSFER_SHIPMENT
                ? record.acting(List.of(document.isTakenBack() ? undo.refusedFor(Message.of(Tone.NEUTRAL, "card.posted.reversed")) : undo))
                : record;
        return document.isTakenBack()
                ? acting.marked(Message.of(Tone.WARNING, "card.posted.reversed"))
                : acting.marked(Message.of(Tone.SUCCESS, "card.posted.posted"));
    }

    private static CardPage.Section head(PostedTransferDocument document) {
        var values = new LinkedHashMap<String, Object>();
        values.put("transferFromCode", document.way().from().code());
        values.put("inTransitCode", document.way().between().code());
        values.put("transferToCode", document.way().to().code());
        values.put("postingDate", document.postingDate());
        values.put("orderNumber", document.order().code());
        values.put("externalDocumentNumber", document.trail().reference());
        values.put("shipmentMethodCode", document.trail().shipmentMethod());
        values.put("userName", document.trail().user());
        values.put("createdAt", document.trail().at());
        var fields = values.keySet().stream().map(name -> switch (name) {
            case "postingDate" -> CardPage.field(name, Kind.DATE);
            case "createdAt" -> CardPage.field(name, Kind.MOMENT);
            default -> CardPage.field(name, Kind.TEXT);
        }).toList();
        return new CardPage.Section("document", fields, new Row(values));
    }

    private static Report.Table lines(PostedTransferDocument document) {
        var columns = List.of(PageColumn.code("lineObjectNumber").linked(row -> "/items/" + encoded(row.text("lineObjectNumber"))),
                PageColumn.code("itemVariantCode"), PageColumn.text("description").with(Trait.FILLING), PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.code("unitOfMeasureCode").with(Trait.MUTED), PageColumn.of("reversed", Kind.FLAG));
        return new Report.Table("lines", Optional.of(Message.of(Tone.NEUTRAL, "card.posted.lines")), columns, document.lines().stream().map(TransferPages::line).toList());
    }

    private static Report.Line line(PostedTransferDocument.Line line) {
        var values = new LinkedHashMap<String, Object>();
        values.put("lineObjectNumber", line.item().code());
        values.put("itemVariantCode", line.variant().code());
        values.put("description", line.description());
        values.put("quantity", line.quantity().value());
        values.put("unitOfMeasureCode", line.unit().code());
        values.put("reversed", line.corrected());
        return Report.Line.of(new Row(values));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
