package org.stockbook.transfers.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.transfers.TransferRows;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;

/** Posted transfers of each kind as collections of their own, as programs know them (spec: api, section 11). */
@Configuration(proxyBeanMethods = false)
class PostedTransferLists {
    @Bean
    ListPage.ForPrograms transferShipments(TransferRows rows) {
        return list(PostedKind.SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms transferReceipts(TransferRows rows) {
        return list(PostedKind.RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms postedDirectTransfers(TransferRows rows) {
        return list(PostedKind.DIRECT_TRANSFERS, rows);
    }

    @Bean
    ListPage.ForPrograms transferShipmentLines(TransferRows rows) {
        return lines(PostedKind.SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms transferReceiptLines(TransferRows rows) {
        return lines(PostedKind.RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms postedDirectTransferLines(TransferRows rows) {
        return lines(PostedKind.DIRECT_TRANSFERS, rows);
    }

    private static ListPage.ForPrograms lines(PostedKind kind, TransferRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, Permission.READ_INVENTORY, kind.lines(), rows.postedLines(kind.type().name()), List.of(
                PageColumn.code("documentNumber"), PageColumn.of("sequence", Kind.NUMBER), PageColumn.of("postingDate", Kind.DATE), PageColumn.text("lineType"),
                PageColumn.code("lineObjectNumber"), PageColumn.code("itemNumber"), PageColumn.code("itemVariantCode"), PageColumn.text("description"),
                PageColumn.code("unitOfMeasureCode"), PageColumn.of("quantity", Kind.QUANTITY), PageColumn.code("orderNumber"), PageColumn.of("orderSequence", Kind.NUMBER),
                PageColumn.of("corrected", Kind.FLAG), PageColumn.of("dimensionSetId", Kind.NUMBER)),
                List.of(Sort.descending("documentNumber"), Sort.ascending("sequence")), List.of()));
    }

    /** The lines of open orders, as programs list them and expand orders with them. */
    @Bean
    ListPage.ForPrograms transferOrderLines(TransferRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, Permission.READ_INVENTORY, TransferBody.LINES, rows.lines(), List.of(
                PageColumn.code("documentNumber"), PageColumn.of("sequence", Kind.NUMBER), PageColumn.code("etag"), PageColumn.text("lineType"), PageColumn.code("lineObjectNumber"),
                PageColumn.code("itemNumber"), PageColumn.code("itemVariantCode"), PageColumn.text("description"), PageColumn.code("unitOfMeasureCode"),
                PageColumn.of("quantity", Kind.QUANTITY), PageColumn.of("outstandingQuantity", Kind.QUANTITY), PageColumn.of("shipQuantity", Kind.QUANTITY),
                PageColumn.of("shippedQuantity", Kind.QUANTITY), PageColumn.of("inTransitQuantity", Kind.QUANTITY), PageColumn.of("receiveQuantity", Kind.QUANTITY),
                PageColumn.of("receivedQuantity", Kind.QUANTITY), PageColumn.of("appliesToEntryNumber", Kind.NUMBER), PageColumn.of("dimensionSetId", Kind.NUMBER),
                PageColumn.of("lastModifiedDateTime", Kind.MOMENT), PageColumn.of("changeNumber", Kind.NUMBER)),
                List.of(Sort.ascending("documentNumber"), Sort.ascending("sequence")), List.of()));
    }

    private static ListPage.ForPrograms list(PostedKind kind, TransferRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, Permission.READ_INVENTORY, kind.collection(), rows.posted(Set.of(kind.type().name())), List.of(
                PageColumn.code("number"), PageColumn.of("postingDate", Kind.DATE), PageColumn.code("transferFromCode"), PageColumn.code("transferToCode"),
                PageColumn.code("inTransitCode"), PageColumn.code("orderNumber"), PageColumn.code("externalDocumentNumber"), PageColumn.of("reversed", Kind.FLAG),
                PageColumn.of("registerNumber", Kind.NUMBER), PageColumn.code("userName"), PageColumn.of("createdAt", Kind.MOMENT)),
                List.of(Sort.descending("number")), List.of()));
    }
}
