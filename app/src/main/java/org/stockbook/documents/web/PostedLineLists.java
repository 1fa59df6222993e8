package org.stockbook.documents.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;

/** The lines of posted documents, as programs list them and expand documents with them (spec: api, sections 4 and 11). */
@Configuration(proxyBeanMethods = false)
class PostedLineLists {
    @Bean
    ListPage.ForPrograms purchaseReceiptLines(DocumentRows rows) {
        return list(PostedResource.PURCHASE_RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseReturnShipmentLines(DocumentRows rows) {
        return list(PostedResource.PURCHASE_RETURN_SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms salesShipmentLines(DocumentRows rows) {
        return list(PostedResource.SALES_SHIPMENTS, rows);
    }

    @Bean
    ListPage.ForPrograms returnReceiptLines(DocumentRows rows) {
        return list(PostedResource.RETURN_RECEIPTS, rows);
    }

    @Bean
    ListPage.ForPrograms postedPurchaseInvoiceLines(DocumentRows rows) {
        return list(PostedResource.PURCHASE_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms postedPurchaseCreditMemoLines(DocumentRows rows) {
        return list(PostedResource.PURCHASE_CREDIT_MEMOS, rows);
    }

    @Bean
    ListPage.ForPrograms postedSalesInvoiceLines(DocumentRows rows) {
        return list(PostedResource.SALES_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms postedSalesCreditMemoLines(DocumentRows rows) {
        return list(PostedResource.SALES_CREDIT_MEMOS, rows);
    }

    private static ListPage.ForPrograms list(PostedResource resource, DocumentRows rows) {
        var columns = new ArrayList<>(List.of(
                PageColumn.code("documentNumber"), PageColumn.of("sequence", Kind.NUMBER), PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("lineType", Kind.CHOICE), PageColumn.code("lineObjectNumber"), PageColumn.code("itemNumber"), PageColumn.code("itemVariantCode"),
                PageColumn.text("description"), PageColumn.code("locationCode"), PageColumn.code("unitOfMeasureCode"), PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.of("invoicedQuantity", Kind.QUANTITY), PageColumn.code("currencyCode"), PageColumn.of(resource.wording().price(), Kind.UNIT_AMOUNT),
                PageColumn.of("discountPercent", Kind.QUANTITY), PageColumn.of("netAmount", Kind.AMOUNT), PageColumn.of("netTaxAmount", Kind.AMOUNT),
                PageColumn.code("orderNumber"), PageColumn.of("orderSequence", Kind.NUMBER), PageColumn.of("corrected", Kind.FLAG),
                PageColumn.of("dimensionSetId", Kind.NUMBER)));
        if (resource.wording().kind().isReturn()) {
            columns.add(PageColumn.code(DocumentBody.RETURN_REASON));
        }
        return new ListPage.ForPrograms(new ListPage("", resource.wording().isPurchase() ? Area.PURCHASING : Area.SALES, resource.read(), resource.listOfLines(),
                rows.postedLines(resource.type().name()), columns, List.of(Sort.descending("documentNumber"), Sort.ascending("sequence")), List.of()));
    }
}
