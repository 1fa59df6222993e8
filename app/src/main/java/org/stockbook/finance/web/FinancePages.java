package org.stockbook.finance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.finance.FinanceRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.RecordLists;
import org.stockbook.web.ReportParameter;

/** The pages of the general ledger (spec: ui, section 12, Finance). */
@Configuration(proxyBeanMethods = false)
class FinancePages {

    @Bean
    @Order(40)
    ListPage accountsPage(FinanceRows rows) {
        return new ListPage("chart-of-accounts", Area.FINANCE, Permission.READ_GENERAL_LEDGER, "accounts", rows.accounts(), List.of(
                PageColumn.code("number").linked(row -> entriesOf(row.text("number"))),
                PageColumn.text("name").with(Trait.FILLING),
                PageColumn.of("accountType", Kind.CHOICE),
                PageColumn.of("accountCategory", Kind.CHOICE),
                PageColumn.of("directPosting", Kind.FLAG),
                PageColumn.of("blocked", Kind.FLAG),
                PageColumn.of("netChange", Kind.AMOUNT).with(Trait.LEDGER).with(Trait.TOTALLED).with(Trait.HIDDEN).linked(row -> entriesOf(row.text("number"))),
                PageColumn.of("balance", Kind.AMOUNT).with(Trait.LEDGER).with(Trait.TOTALLED).linked(row -> entriesOf(row.text("number")))),
                List.of(Sort.ascending("number")), TotalFilters.OF_ACCOUNTS);
    }

    private static String entriesOf(String account) {
        return "/general-ledger-entries?accountNumber=" + encoded(account);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Bean
    @Order(41)
    ListPage generalLedgerEntriesPage(FinanceRows rows) {
        return new ListPage("general-ledger-entries", Area.FINANCE, Permission.READ_GENERAL_LEDGER, "generalLedgerEntries", rows.generalLedgerEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.code("documentNumber").linked(FinancePages::findEntries),
                PageColumn.code("accountNumber").linked(row -> entriesOf(row.text("accountNumber"))),
                PageColumn.text("accountName"),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("debitAmount", Kind.AMOUNT).with(Trait.TOTALLED).linked(FinancePages::valueEntries),
                PageColumn.of("creditAmount", Kind.AMOUNT).with(Trait.TOTALLED).linked(FinancePages::valueEntries),
                PageColumn.of("amount", Kind.AMOUNT).with(Trait.TOTALLED).with(Trait.MUTED),
                PageColumn.of("documentType", Kind.CHOICE).with(Trait.HIDDEN),
                PageColumn.of("transactionNumber", Kind.NUMBER).with(Trait.HIDDEN),
                PageColumn.code("sourceCode"),
                PageColumn.code("reasonCode").with(Trait.HIDDEN),
                PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> "/general-ledger-registers?registerNumber=" + row.text("registerNumber")),
                PageColumn.of("itemRegisterNumber", Kind.NUMBER).with(Trait.HIDDEN)),
                List.of(Sort.descending("entryNumber")), List.of("valueEntryNumber"))
                .withActions(List.of(PageAction.ask("reverse-transaction", Permission.POST_GENERAL_JOURNAL, "generalLedgerEntries/reverse",
                        List.of(new ReportParameter("transactionNumber", Kind.NUMBER, "", List.of(), "{transactionNumber}")))));
    }

    private static String findEntries(Row row) {
        return "/find-entries?documentNumber=" + encoded(row.text("documentNumber")) + "&postingDate=" + row.text("postingDate");
    }

    /** Back to the value entries of the same document and day. */
    private static String valueEntries(Row row) {
        return row.text("itemRegisterNumber").isEmpty() ? "" : "/value-entries?registerNumber=" + row.text("itemRegisterNumber") + "&documentNumber=" + encoded(row.text("documentNumber"));
    }

    @Bean
    @Order(42)
    ListPage generalLedgerRegistersPage(FinanceRows rows) {
        return new ListPage("general-ledger-registers", Area.FINANCE, Permission.READ_GENERAL_LEDGER, "generalLedgerRegisters", rows.generalLedgerRegisters(), List.of(
                PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> "/general-ledger-entries?registerNumber=" + row.text("registerNumber")),
                PageColumn.of("createdAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.code("sourceCode"),
                PageColumn.code("journalBatchName").with(Trait.FILLING),
                PageColumn.of("itemRegisterNumber", Kind.NUMBER).linked(row -> row.text("itemRegisterNumber").isEmpty() ? "" : "/item-registers?registerNumber=" + row.text("itemRegisterNumber")),
                PageColumn.of("fromEntryNumber", Kind.NUMBER),
                PageColumn.of("toEntryNumber", Kind.NUMBER)),
                List.of(Sort.descending("registerNumber")), List.of());
    }

    @Bean
    @Order(44)
    ListPage sourceCodesPage(RecordLists lists) {
        return lists.list("source-codes", Area.SETUP, "sourceCodes");
    }

    @Bean
    @Order(43)
    ListPage reasonCodesPage(FinanceRows rows) {
        return new ListPage("reason-codes", Area.SETUP, Permission.READ_ORGANISATION, "reasonCodes", rows.reasonCodes(),
                List.of(PageColumn.code("code"), PageColumn.text("description").with(Trait.FILLING)), List.of(Sort.ascending("code")), List.of());
    }
}
