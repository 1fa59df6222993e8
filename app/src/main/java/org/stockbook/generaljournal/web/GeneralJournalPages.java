package org.stockbook.generaljournal.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.generaljournal.LedgerRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.WorksheetPage.CellKind;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.WorksheetPage.Column;

/** The general journal (spec: finance, section 3; ui, section 12, Finance). */
@Configuration(proxyBeanMethods = false)
class GeneralJournalPages {
    private static final List<String> SIDES = List.of("account", "vendor", "customer");
    private static final List<String> PAPERS = List.of("none", "payment", "invoice", "creditMemo", "refund");

    @Bean
    @Order(44)
    WorksheetPage generalJournalPage() {
        return new WorksheetPage("general-journal", Area.FINANCE, Permission.EDIT_GENERAL_JOURNAL, Permission.POST_GENERAL_JOURNAL, "journals", "journalLines", List.of(
                Column.of("postingDate", CellKind.DATE, CellTrait.FROM_ABOVE),
                Column.of("documentType", CellKind.CHOICE, CellTrait.FROM_ABOVE).choosing(PAPERS),
                Column.of("documentNumber", CellKind.CODE, CellTrait.FROM_ABOVE),
                Column.of("accountType", CellKind.CHOICE, CellTrait.FROM_ABOVE).choosing(SIDES),
                Column.of("accountNumber", CellKind.CODE, CellTrait.QUICK_ENTRY).lookedUpIn("accounts"),
                Column.of("description", CellKind.TEXT, CellTrait.FILLING),
                Column.of("currencyCode", CellKind.CODE).lookedUpIn("currencies"),
                Column.of("amount", CellKind.AMOUNT, CellTrait.QUICK_ENTRY),
                Column.of("balancingAccountType", CellKind.CHOICE).choosing(SIDES),
                Column.of("balancingAccountNumber", CellKind.CODE, CellTrait.QUICK_ENTRY).lookedUpIn("accounts"),
                Column.of("appliesToDocumentNumber", CellKind.CODE),
                Column.of("generalPostingType", CellKind.CHOICE).choosing(List.of("none", "purchase", "sale")),
                Column.of("taxBusinessPostingGroupCode", CellKind.CODE).lookedUpIn("taxBusinessPostingGroups"),
                Column.of("taxProductPostingGroupCode", CellKind.CODE).lookedUpIn("taxProductPostingGroups"),
                Column.of("externalDocumentNumber", CellKind.CODE).hidden(),
                Column.of("reasonCode", CellKind.CODE).lookedUpIn("reasonCodes").hidden(),
                Column.of("shortcutDimension1Code", CellKind.CODE).hidden(),
                Column.of("shortcutDimension2Code", CellKind.CODE).hidden()), "");
    }

    /** The batches as programs list them. */
    @Bean
    ListPage.ForPrograms generalJournalList(LedgerRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.FINANCE, Permission.EDIT_GENERAL_JOURNAL, "journals", rows.journals(), List.of(
                PageColumn.code("code"), PageColumn.of("etag", Kind.TEXT), PageColumn.text("displayName"), PageColumn.code("balancingAccountNumber"),
                PageColumn.code("numberSeriesCode"), PageColumn.code("reasonCode"), PageColumn.of("lines", Kind.COUNT)), List.of(Sort.ascending("code")), List.of()))
                .withLines(GeneralJournalAnswers.LINES, "code", "journalCode");
    }

    /** The lines of all batches. */
    @Bean
    ListPage.ForPrograms generalJournalLineList(LedgerRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.FINANCE, Permission.EDIT_GENERAL_JOURNAL, GeneralJournalAnswers.LINES, rows.journalLines(), List.of(
                PageColumn.code("journalCode"), PageColumn.of("sequence", Kind.NUMBER), PageColumn.of("etag", Kind.TEXT), PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("documentDate", Kind.DATE), PageColumn.of("dueDate", Kind.DATE), PageColumn.of("documentType", Kind.TEXT), PageColumn.code("documentNumber"),
                PageColumn.code("externalDocumentNumber"), PageColumn.of("accountType", Kind.TEXT), PageColumn.code("accountNumber"), PageColumn.text("description"),
                PageColumn.code("currencyCode"), PageColumn.of("amount", Kind.AMOUNT), PageColumn.of("balancingAccountType", Kind.TEXT), PageColumn.code("balancingAccountNumber"),
                PageColumn.of("appliesToDocumentType", Kind.TEXT), PageColumn.code("appliesToDocumentNumber"), PageColumn.of("generalPostingType", Kind.TEXT),
                PageColumn.code("taxBusinessPostingGroupCode"), PageColumn.code("taxProductPostingGroupCode"), PageColumn.code("reasonCode"), PageColumn.of("correction", Kind.FLAG),
                PageColumn.code("shortcutDimension1Code"), PageColumn.code("shortcutDimension2Code"), PageColumn.of("closing", Kind.FLAG),
                PageColumn.of("lastModifiedDateTime", Kind.MOMENT)), List.of(Sort.ascending("journalCode"), Sort.ascending("sequence")), List.of()));
    }
}
