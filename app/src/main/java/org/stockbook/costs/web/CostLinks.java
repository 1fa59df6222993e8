package org.stockbook.costs.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Where figures of costs lead. */
final class CostLinks {
    private CostLinks() {}

    static String item(String number) {
        return number.isEmpty() ? "" : "/items/" + encoded(number).replace("+", "%20");
    }

    static String valueEntries(LocalDate upTo) {
        return "/value-entries?postingDate=.." + upTo;
    }

    static String valueEntriesOfItem(String number, String dates) {
        return "/value-entries?itemNumber=" + encoded(number) + "&postingDate=" + encoded(dates);
    }

    static String valueEntry(String entry) {
        return "/value-entries?entryNumber=" + entry;
    }

    static String generalLedgerEntries(String accounts, LocalDate upTo) {
        return "/general-ledger-entries?accountNumber=" + encoded(accounts) + "&postingDate=.." + upTo;
    }

    static String documents(String number, String date) {
        return "/find-entries?documentNumber=" + encoded(number) + "&postingDate=" + date;
    }

    static String explained(String itemLedgerEntry) {
        return "/cost-explained?itemLedgerEntryNumber=" + itemLedgerEntry;
    }

    static String explainedItem(String number) {
        return "/cost-explained?itemNumber=" + encoded(number);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
