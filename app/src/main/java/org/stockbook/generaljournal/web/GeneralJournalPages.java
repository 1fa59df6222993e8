package org.stockbook.generaljournal.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
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
}
