package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stockbook.costs.ReconciledInventory;
import org.stockbook.inventory.InventoryAttention.Counts;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.reconciliation.Reconciliation;
import org.stockbook.kernel.reconciliation.ReconciliationColumn;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;

/** Inventory beside the general ledger, the same on the start page, the valuation and the reconciliation. */
final class ReconciliationTables {
    private ReconciliationTables() {}

    static Message badge(boolean agrees) {
        return agrees ? Message.of(Tone.SUCCESS, "reconciliation.equal") : Message.of(Tone.DANGER, "reconciliation.differs");
    }

    /** The matrix of all types in use, with the sums of its columns. */
    static Report.Table matrix(ReconciledInventory reconciled) {
        var columns = new ArrayList<PageColumn>(types(reconciled));
        for (var column : ReconciliationColumn.values()) {
            columns.add(PageColumn.of(name(column), Kind.AMOUNT).with(Trait.MUTED));
        }
        columns.addAll(figures(reconciled));
        var lines = new ArrayList<>(reconciled.comparisons().stream().flatMap(compared -> lines(reconciled, compared).stream()).toList());
        lines.add(new Report.Line(Style.TOTAL, total(reconciled)));
        return new Report.Table("reconciliation", Optional.empty(), columns, lines);
    }

    /** Stock accounts, and whatever differs. */
    static Report.Table summary(ReconciledInventory reconciled) {
        var columns = new ArrayList<PageColumn>(types(reconciled));
        columns.addAll(figures(reconciled));
        var lines = reconciled.comparisons().stream()
                .filter(compared -> compared.types().stream().anyMatch(ReconciliationTables::isStock) || !compared.difference().isZero())
                .flatMap(compared -> lines(reconciled, compared).stream())
                .toList();
        return new Report.Table("reconciliation", Optional.empty(), columns, lines);
    }

    /** One line where a type has accounts of its own; else a line for each type and one for what they are together on their accounts. */
    private static List<Report.Line> lines(ReconciledInventory reconciled, Reconciliation.Comparison compared) {
        var rows = reconciled.rowsOf(compared);
        if (!compared.isShared()) {
            return rows.stream().map(row -> Report.Line.of(compared(row(reconciled, row), compared))).toList();
        }
        var lines = new ArrayList<Report.Line>();
        rows.forEach(row -> lines.add(Report.Line.of(new Row(row(reconciled, row)))));
        var together = new LinkedHashMap<String, Object>();
        together.put("accountType", "together");
        together.put("accountNumbers", numbers(reconciled.accountsOf(compared)));
        for (var column : ReconciliationColumn.values()) {
            together.put(name(column), rows.stream().map(row -> row.in(column)).reduce(Amount.ZERO, Amount::plus).value());
        }
        together.put("valueEntriesAmount", compared.total().value());
        lines.add(new Report.Line(Style.TOTAL, compared(together, compared)));
        return lines;
    }

    private static Row compared(Map<String, Object> values, Reconciliation.Comparison compared) {
        values.put("generalLedgerAmount", compared.ledgerTotal().value());
        values.put("difference", compared.difference().value());
        return new Row(values);
    }

    private static String numbers(Set<AccountNo> accounts) {
        return accounts.stream().map(AccountNo::code).collect(Collectors.joining(", "));
    }

    private static boolean isStock(AccountType type) {
        return type == AccountType.INVENTORY || type == AccountType.INVENTORY_INTERIM;
    }

    private static List<PageColumn> types(ReconciledInventory reconciled) {
        return List.of(
                PageColumn.of("accountType", Kind.CHOICE).with(Trait.FILLING),
                PageColumn.code("accountNumbers").linked(row -> row.text("accountNumbers").isEmpty()
                        ? "" : CostLinks.generalLedgerEntries(row.text("accountNumbers").replace(", ", "|"), reconciled.asOf())));
    }

    private static List<PageColumn> figures(ReconciledInventory reconciled) {
        return List.of(
                PageColumn.of("valueEntriesAmount", Kind.AMOUNT).linked(_ -> CostLinks.valueEntries(reconciled.asOf())),
                PageColumn.of("generalLedgerAmount", Kind.AMOUNT).linked(row -> row.text("accountNumbers").isEmpty()
                        ? "" : CostLinks.generalLedgerEntries(row.text("accountNumbers").replace(", ", "|"), reconciled.asOf())),
                PageColumn.of("difference", Kind.AMOUNT).with(Trait.PROVEN));
    }

    private static String name(ReconciliationColumn column) {
        return switch (column) {
            case INVENTORY -> "inventoryColumn";
            case INVENTORY_INTERIM -> "inventoryInterimColumn";
            case WORK_IN_PROCESS -> "workInProcessColumn";
        };
    }

    /** A constant as the API spells it. */
    static String word(Enum<?> type) {
        var words = type.name().toLowerCase(Locale.ROOT).split("_");
        var spelt = new StringBuilder(words[0]);
        for (var at = 1; at < words.length; at++) {
            spelt.append(Character.toUpperCase(words[at].charAt(0))).append(words[at].substring(1));
        }
        return spelt.toString();
    }

    private static Map<String, Object> row(ReconciledInventory reconciled, Reconciliation.Row row) {
        var values = new LinkedHashMap<String, Object>();
        values.put("accountType", word(row.type()));
        values.put("accountNumbers", numbers(reconciled.accountsOf(row.type())));
        for (var column : ReconciliationColumn.values()) {
            values.put(name(column), row.in(column).value());
        }
        values.put("valueEntriesAmount", row.total().value());
        return values;
    }

    private static Row total(ReconciledInventory reconciled) {
        var values = new LinkedHashMap<String, Object>();
        values.put("accountType", "all");
        for (var column : ReconciliationColumn.values()) {
            values.put(name(column), sum(reconciled.reconciliation().rows(), row -> row.in(column)));
        }
        values.put("valueEntriesAmount", sum(reconciled.reconciliation().comparisons(), Reconciliation.Comparison::total));
        values.put("generalLedgerAmount", sum(reconciled.reconciliation().comparisons(), Reconciliation.Comparison::ledgerTotal));
        values.put("difference", sum(reconciled.reconciliation().comparisons(), Reconciliation.Comparison::difference));
        return new Row(values);
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, Amount> figure) {
        return rows.stream().map(figure).reduce(Amount.ZERO, Amount::plus).value();
    }

    /** The warnings in words, then what is known to be open. */
    static List<Message> proofs(ReconciledInventory reconciled, Counts open) {
        var proofs = new ArrayList<>(warnings(reconciled));
        proofs.addAll(open(open));
        return proofs;
    }

    static List<Message> warnings(ReconciledInventory reconciled) {
        return reconciled.warnings().stream().map(warning -> new Message(Tone.WARNING,
                "reconciliation.warning." + warning.name().toLowerCase(Locale.ROOT).replace('_', '-'), Map.of(), "")).toList();
    }

    /** What is open, or that nothing is. */
    static List<Message> open(Counts open) {
        return List.of(proof(open.notAdjusted(), "proof.adjusted", "proof.not-adjusted", "/items-to-adjust"),
                proof(open.notPosted(), "proof.posted", "proof.not-posted", "/pending-cost"),
                proof(open.negativeStock(), "proof.no-negative-stock", "proof.negative-stock", "/stock?quantity=%3C0"));
    }

    private static Message proof(long count, String good, String bad, String link) {
        return count == 0 ? Message.of(Tone.SUCCESS, good) : new Message(Tone.WARNING, bad, Map.of("count", count), link);
    }
}
