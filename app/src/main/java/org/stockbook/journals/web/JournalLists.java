package org.stockbook.journals.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;

/** The batches of journals and their lines as programs list, filter and page them (spec: api, sections 4 and 11). */
@Configuration(proxyBeanMethods = false)
class JournalLists {
    private static final List<PageColumn> LINE = List.of(
            PageColumn.of("journalKind", Kind.CHOICE), PageColumn.code("journalCode"), PageColumn.of("sequence", Kind.NUMBER), PageColumn.code("etag"),
            PageColumn.of("entryType", Kind.CHOICE), PageColumn.of("postingDate", Kind.DATE), PageColumn.of("documentDate", Kind.DATE), PageColumn.code("documentNumber"),
            PageColumn.code("externalDocumentNumber"), PageColumn.code("itemNumber"), PageColumn.code("variantCode"), PageColumn.text("description"),
            PageColumn.code("locationCode"), PageColumn.code("newLocationCode"), PageColumn.code("newVariantCode"), PageColumn.of("quantity", Kind.QUANTITY),
            PageColumn.code("unitOfMeasureCode"), PageColumn.of("quantityBase", Kind.QUANTITY), PageColumn.of("unitAmount", Kind.UNIT_AMOUNT), PageColumn.of("amount", Kind.AMOUNT),
            PageColumn.of("appliesToEntry", Kind.NUMBER), PageColumn.of("appliesFromEntry", Kind.NUMBER), PageColumn.code("serialNumber"), PageColumn.code("lotNumber"),
            PageColumn.code("reasonCode"), PageColumn.code("generalBusinessPostingGroupCode"), PageColumn.of("recurringMethod", Kind.CHOICE),
            PageColumn.code("recurringFrequency"), PageColumn.of("lineExpirationDate", Kind.DATE), PageColumn.of("inventoryValuePer", Kind.CHOICE),
            PageColumn.of("inventoryValueCalculated", Kind.AMOUNT), PageColumn.of("unitCostCalculated", Kind.UNIT_AMOUNT), PageColumn.of("unitCostRevalued", Kind.UNIT_AMOUNT),
            PageColumn.of("inventoryValueRevalued", Kind.AMOUNT), PageColumn.of("errors", Kind.COUNT), PageColumn.of("warnings", Kind.COUNT),
            PageColumn.of("lastModifiedDateTime", Kind.MOMENT));

    @Bean
    ListPage.ForPrograms itemJournalLines(JournalRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, Permission.EDIT_ITEM_JOURNAL, JournalAnswers.LINES, rows.lines(), LINE,
                List.of(Sort.ascending("journalKind"), Sort.ascending("journalCode"), Sort.ascending("sequence")), List.of()));
    }

    @Bean
    ListPage.ForPrograms itemJournals(JournalRows rows) {
        return batches(JournalKind.ITEM, rows);
    }

    @Bean
    ListPage.ForPrograms reclassificationJournals(JournalRows rows) {
        return batches(JournalKind.RECLASSIFICATION, rows);
    }

    @Bean
    ListPage.ForPrograms revaluationJournals(JournalRows rows) {
        return batches(JournalKind.REVALUATION, rows);
    }

    @Bean
    ListPage.ForPrograms recurringJournals(JournalRows rows) {
        return batches(JournalKind.RECURRING, rows);
    }

    @Bean
    ListPage.ForPrograms journalTemplates(JournalRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, Permission.EDIT_ITEM_JOURNAL, "journalTemplates", rows.templates(), List.of(
                PageColumn.code("code"), PageColumn.of("etag", Kind.TEXT), PageColumn.text("displayName"), PageColumn.of("journalKind", Kind.CHOICE),
                PageColumn.of("recurring", Kind.FLAG), PageColumn.code("sourceCode"), PageColumn.code("reasonCode"), PageColumn.code("numberSeriesCode"),
                PageColumn.code("postingNumberSeriesCode"), PageColumn.of("incrementBatchName", Kind.FLAG)), List.of(Sort.ascending("code")), List.of()));
    }

    private static ListPage.ForPrograms batches(JournalKind kind, JournalRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.STOCK, kind.editing(), kind.collection(), rows.batches(kind), List.of(
                PageColumn.code("code"), PageColumn.of("etag", Kind.TEXT), PageColumn.text("displayName"), PageColumn.of("kind", Kind.CHOICE), PageColumn.code("numberSeriesCode"),
                PageColumn.code("postingNumberSeriesCode"), PageColumn.code("reasonCode"), PageColumn.text("owner"), PageColumn.of("lines", Kind.COUNT)),
                List.of(Sort.ascending("code")), List.of())).withLines(JournalAnswers.LINES, "id", "journalKey");
    }
}
