package org.stockbook.inventory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.stockbook.platform.rows.Row;

/** Where figures and codes of inventory lead. */
final class Links {
    private Links() {}

    static String item(String number) {
        return number.isEmpty() ? "" : "/items/" + encoded(number).replace("+", "%20");
    }

    static String itemLedgerEntry(String entry) {
        return "/item-ledger-entries?entryNumber=" + entry;
    }

    static String itemLedgerEntriesOfRegister(String register) {
        return "/item-ledger-entries?registerNumber=" + register;
    }

    static String itemLedgerEntriesOfItem(String number) {
        return "/item-ledger-entries?itemNumber=" + encoded(number);
    }

    static String costExplained(String itemLedgerEntry) {
        return "/cost-explained?itemLedgerEntryNumber=" + itemLedgerEntry;
    }

    static String costExplainedOfItem(String number) {
        return "/cost-explained?itemNumber=" + encoded(number);
    }

    static String applications(String entry) {
        return "/item-application-entries?itemLedgerEntryNumber=" + entry;
    }

    static String valueEntriesOf(String itemLedgerEntry) {
        return "/value-entries?itemLedgerEntryNumber=" + itemLedgerEntry;
    }

    static String valueEntriesOfRegister(String register) {
        return "/value-entries?registerNumber=" + register;
    }

    static String valueEntriesOfItem(String number) {
        return "/value-entries?itemNumber=" + encoded(number);
    }

    static String valueEntriesOfItem(String number, String dates) {
        return valueEntriesOfItem(number) + "&postingDate=" + encoded(dates);
    }

    static String generalLedgerEntriesOf(String valueEntry) {
        return "/general-ledger-entries?valueEntryNumber=" + valueEntry;
    }

    static String register(String register) {
        return "/item-registers?registerNumber=" + register;
    }

    static String findEntries(Row row) {
        return "/find-entries?documentNumber=" + encoded(row.text("documentNumber")) + "&postingDate=" + row.text("postingDate");
    }

    static String findEntriesOf(String document) {
        return "/find-entries?documentNumber=" + encoded(document);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
