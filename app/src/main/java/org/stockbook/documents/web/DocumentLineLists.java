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

/** The lines of all open documents of a kind, as programs list them and expand documents with them (spec: api, sections 4 and 5). */
@Configuration(proxyBeanMethods = false)
class DocumentLineLists {
    @Bean
    ListPage.ForPrograms purchaseQuoteLines(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_QUOTES, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseOrderLines(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_ORDERS, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseInvoiceLines(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseReturnOrderLines(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_RETURN_ORDERS, rows);
    }

    @Bean
    ListPage.ForPrograms purchaseCreditMemoLines(DocumentRows rows) {
        return list(DocumentResource.PURCHASE_CREDIT_MEMOS, rows);
    }

    @Bean
    ListPage.ForPrograms salesQuoteLines(DocumentRows rows) {
        return list(DocumentResource.SALES_QUOTES, rows);
    }

    @Bean
    ListPage.ForPrograms salesOrderLines(DocumentRows rows) {
        return list(DocumentResource.SALES_ORDERS, rows);
    }

    @Bean
    ListPage.ForPrograms salesInvoiceLines(DocumentRows rows) {
        return list(DocumentResource.SALES_INVOICES, rows);
    }

    @Bean
    ListPage.ForPrograms salesReturnOrderLines(DocumentRows rows) {
        return list(DocumentResource.SALES_RETURN_ORDERS, rows);
    }

    @Bean
    ListPage.ForPrograms salesCreditMemoLines(DocumentRows rows) {
        return list(DocumentResource.SALES_CREDIT_MEMOS, rows);
    }

    private static ListPage.ForPrograms list(DocumentResource resource, DocumentRows rows) {
        var columns = new ArrayList<>(List.of(
                PageColumn.code("documentNumber"),
                PageColumn.of("sequence", Kind.NUMBER),
                PageColumn.code("etag"),
                PageColumn.of("lineType", Kind.CHOICE),
                PageColumn.code("lineObjectNumber"),
                PageColumn.code("itemNumber"),
                PageColumn.code("itemVariantCode"),
                PageColumn.text("description"),
                PageColumn.code("locationCode"),
                PageColumn.code("unitOfMeasureCode"),
                PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.of("outstandingQuantity", Kind.QUANTITY),
                PageColumn.of(resource.price(), Kind.UNIT_AMOUNT),
                PageColumn.of("discountPercent", Kind.QUANTITY),
                PageColumn.of(resource.toHandle(), Kind.QUANTITY),
                PageColumn.of(resource.handled(), Kind.QUANTITY),
                PageColumn.of("invoiceQuantity", Kind.QUANTITY),
                PageColumn.of("invoicedQuantity", Kind.QUANTITY),
                PageColumn.of("appliesToEntryNumber", Kind.NUMBER),
                PageColumn.of("appliesFromEntryNumber", Kind.NUMBER),
                PageColumn.of("dimensionSetId", Kind.NUMBER)));
        return new ListPage.ForPrograms(new ListPage("", resource.isPurchase() ? Area.PURCHASING : Area.SALES, resource.read(), resource.lines(),
                rows.lines(resource.side() + "_" + resource.kind()), columns, List.of(Sort.ascending("documentNumber"), Sort.ascending("sequence")), List.of()));
    }
}
