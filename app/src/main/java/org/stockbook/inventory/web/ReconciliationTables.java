package org.stockbook.inventory.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.inventory.Reconciliations;
import org.stockbook.inventory.Reconciliations.Account;
import org.stockbook.inventory.Reconciliations.Attention;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** Inventory beside the general ledger, the same on the start page, the valuation and the reconciliation. */
final class ReconciliationTables {
    private ReconciliationTables() {}

    static List<Account> inventoryOnly(List<Account> accounts) {
        return accounts.stream().filter(account -> account.kind() == Reconciliations.Kind.INVENTORY).toList();
    }

    static BigDecimal ledgerOf(List<Account> accounts) {
        return accounts.stream().map(Account::generalLedger).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal valueOf(List<Account> accounts) {
        return accounts.stream().map(Account::valueEntries).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Message badge(BigDecimal difference) {
        return difference.signum() == 0 ? Message.of(Tone.SUCCESS, "reconciliation.equal") : Message.of(Tone.DANGER, "reconciliation.differs");
    }

    static Report.Table table(List<Account> accounts, LocalDate asOf) {
        var columns = List.of(
                PageColumn.of("accountKind", Kind.CHOICE),
                PageColumn.code("accountNumber").linked(row -> "/general-ledger-entries?accountNumber=" + Links.encoded(row.text("accountNumber"))),
                PageColumn.text("name").with(Trait.FILLING),
                PageColumn.of("valueEntriesAmount", Kind.AMOUNT).linked(_ -> "/value-entries?postingDate=.." + asOf),
                PageColumn.of("generalLedgerAmount", Kind.AMOUNT)
                        .linked(row -> "/general-ledger-entries?accountNumber=" + Links.encoded(row.text("accountNumber")) + "&postingDate=.." + asOf),
                PageColumn.of("difference", Kind.AMOUNT).with(Trait.PROVEN));
        return new Report.Table("reconciliation", Optional.empty(), columns, accounts.stream().map(account -> Report.Line.of(row(account))).toList());
    }

    private static Row row(Account account) {
        var values = new LinkedHashMap<String, Object>();
        values.put("accountKind", switch (account.kind()) {
            case INVENTORY -> "inventory";
            case INVENTORY_INTERIM -> "inventoryInterim";
        });
        values.put("accountNumber", account.account().code());
        values.put("name", account.name());
        values.put("valueEntriesAmount", account.valueEntries());
        values.put("generalLedgerAmount", account.generalLedger());
        values.put("difference", account.difference());
        return new Row(values);
    }

    static List<Message> proofs(Attention attention) {
        return List.of(
                proof(attention.notAdjusted(), "proof.adjusted", "proof.not-adjusted", "/items"),
                proof(attention.notPosted(), "proof.posted", "proof.not-posted", "/value-entries?costPostedToGl=0"),
                proof(attention.negativeStock(), "proof.no-negative-stock", "proof.negative-stock", "/stock?quantity=%3C0"));
    }

    private static Message proof(long count, String good, String bad, String link) {
        return count == 0 ? Message.of(Tone.SUCCESS, good) : new Message(Tone.WARNING, bad, Map.of("count", count), link);
    }
}
