package org.stockbook.generaljournal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.generaljournal.LedgerRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.ReportParameter;

/** Entries of vendors, customers and VAT (spec: ui, section 12, Purchasing, Sales and Finance). */
@Configuration(proxyBeanMethods = false)
class PartnerLedgerPages {

    @Bean
    @Order(30)
    ListPage vendorLedgerEntriesPage(LedgerRows rows) {
        return new ListPage("vendor-ledger-entries", Area.PURCHASING, Permission.READ_GENERAL_LEDGER, "vendorLedgerEntries", rows.vendorLedgerEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("documentType", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(PartnerLedgerPages::findEntries),
                PageColumn.code("externalDocumentNumber").with(Trait.HIDDEN),
                PageColumn.code("vendorNumber"),
                PageColumn.text("vendorName").with(Trait.FILLING),
                PageColumn.of("dueDate", Kind.DATE),
                PageColumn.code("currencyCode"),
                PageColumn.of("currencyAmount", Kind.AMOUNT).with(Trait.MUTED),
                PageColumn.of("amount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("remainingAmount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("open", Kind.FLAG),
                PageColumn.of("transactionNumber", Kind.NUMBER).with(Trait.HIDDEN)), List.of(Sort.descending("entryNumber")), List.of())
                .withActions(settling("vendorLedgerEntries"));
    }

    @Bean
    @Order(30)
    ListPage customerLedgerEntriesPage(LedgerRows rows) {
        return new ListPage("customer-ledger-entries", Area.SALES, Permission.READ_GENERAL_LEDGER, "customerLedgerEntries", rows.customerLedgerEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("documentType", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(PartnerLedgerPages::findEntries),
                PageColumn.code("externalDocumentNumber").with(Trait.HIDDEN),
                PageColumn.code("customerNumber"),
                PageColumn.text("customerName").with(Trait.FILLING),
                PageColumn.of("dueDate", Kind.DATE),
                PageColumn.code("currencyCode"),
                PageColumn.of("currencyAmount", Kind.AMOUNT).with(Trait.MUTED),
                PageColumn.of("amount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("remainingAmount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("open", Kind.FLAG),
                PageColumn.of("transactionNumber", Kind.NUMBER).with(Trait.HIDDEN)), List.of(Sort.descending("entryNumber")), List.of())
                .withActions(settling("customerLedgerEntries"));
    }

    @Bean
    @Order(45)
    ListPage vatEntriesPage(LedgerRows rows) {
        return new ListPage("vat-entries", Area.FINANCE, Permission.READ_GENERAL_LEDGER, "vatEntries", rows.vatEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("taxDate", Kind.DATE).with(Trait.HIDDEN),
                PageColumn.of("documentType", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(PartnerLedgerPages::findEntries),
                PageColumn.of("generalPostingType", Kind.CHOICE),
                PageColumn.code("taxBusinessPostingGroupCode"),
                PageColumn.code("taxProductPostingGroupCode").with(Trait.FILLING),
                PageColumn.of("taxPercentage", Kind.QUANTITY),
                PageColumn.of("baseAmount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("taxAmount", Kind.AMOUNT).with(Trait.TOTALLED),
                PageColumn.of("closed", Kind.FLAG),
                PageColumn.of("transactionNumber", Kind.NUMBER).with(Trait.HIDDEN)), List.of(Sort.descending("entryNumber")), List.of());
    }

    private static List<PageAction> settling(String collection) {
        return List.of(
                PageAction.ask("apply-entries", Permission.POST_GENERAL_JOURNAL, collection + "/apply", List.of(entry("entryNumber", "{entryNumber}"), entry("appliesToEntryNumber", ""))),
                PageAction.ask("unapply-entry", Permission.POST_GENERAL_JOURNAL, collection + "/unapply", List.of(entry("entryNumber", "{entryNumber}"))));
    }

    /** The entry of the current row, or one that is typed. */
    private static ReportParameter entry(String name, String initial) {
        return new ReportParameter(name, Kind.NUMBER, "", List.of(), initial);
    }

    private static String findEntries(Row row) {
        return "/find-entries?documentNumber=" + URLEncoder.encode(row.text("documentNumber"), StandardCharsets.UTF_8) + "&postingDate=" + row.text("postingDate");
    }
}
