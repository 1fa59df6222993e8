package org.stockbook.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.generalledger.AutomaticCostPosting;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;

/** Writes books that the rules have changed, and the general ledger lines that belong to them: one batch per table. */
@Component
final class BooksWriter {
    private final LedgerLines ledgerLines;

    BooksWriter(LedgerLines ledgerLines) {
        this.ledgerLines = ledgerLines;
    }

    /**
     * Accounts for the new value entries of the books and writes everything.
     *
     * @param lines the lines that caused it, to name them where an account is missing; empty for adjustments
     * @param write false only shows what would be written
     */
    InventoryOutcome write(Request request, List<PostedLine> lines, boolean write) {
        var costs = newCosts(request.loaded());
        var policy = request.policy();
        return switch (AutomaticCostPosting.post(costs, policy.accounts(), policy.costPosting())) {
            case AutomaticCostPosting.Refused refused ->
                new InventoryOutcome.Refused(List.of(), noAccounts(refused, lines, request.loaded()));
            case AutomaticCostPosting.Posted posted -> {
                var register = write ? append(request, posted) : 0;
                yield outcome(request, lines, posted, register);
            }
        };
    }

    private static List<CostEntry> newCosts(Collection<ItemBook> books) {
        var costs = new ArrayList<CostEntry>();
        for (var book : books) {
            for (var value : book.changes().values()) {
                var location = book.entry(value.itemLedgerEntry()).place().location();
                costs.add(CostEntry.OfMovement.unposted(value, location));
            }
        }
        return costs;
    }

    private long append(Request request, AutomaticCostPosting.Posted posted) {
        var parts = new HashMap<ValueEntryNo, CostParts>();
        posted.posted().forEach(cost -> parts.put(cost.entry(), cost.parts()));
        var books = List.copyOf(request.loaded());
        var transactions = posted.transactions();
        return request.books().append(new LedgerPosting(
                request.stamp(), books, parts, Set.copyOf(posted.pending()),
                ledgerLines.of(transactions, request.stamp(), request.policy().language()),
                relations(transactions, request.loaded())));
    }

    private static List<InventoryBooks.CostRelation> relations(List<GeneralLedgerTransaction> transactions, Collection<ItemBook> books) {
        var movements = new HashMap<ValueEntryNo, InventoryBooks.CostRelation>();
        for (var book : books) {
            for (var value : book.changes().values()) {
                movements.put(value.no(), new InventoryBooks.CostRelation(0, book.facts().item(), value.itemLedgerEntry(), value.no()));
            }
        }
        var relations = new ArrayList<InventoryBooks.CostRelation>();
        var line = 0;
        for (var transaction : transactions) {
            for (var ledgerLine : transaction.lines()) {
                for (var entry : ledgerLine.valueEntries()) {
                    var movement = movements.get(entry);
                    if (movement != null) {
                        relations.add(new InventoryBooks.CostRelation(
                                line, movement.item(), movement.itemLedgerEntry(), movement.valueEntry()));
                    }
                }
                line++;
            }
        }
        return relations;
    }

    private static InventoryOutcome outcome(
            Request request, List<PostedLine> lines, AutomaticCostPosting.Posted posted, long register) {
        var values = new ArrayList<InventoryOutcome.NewValue>();
        var entries = new ArrayList<ItemLedgerEntry>();
        for (var book : request.loaded()) {
            var changes = book.changes();
            entries.addAll(changes.entries());
            changes.values().forEach(value ->
                    values.add(new InventoryOutcome.NewValue(value, book.value(value.no()).state())));
        }
        var ledger = new ArrayList<GeneralLedgerLine>();
        posted.transactions().forEach(transaction -> ledger.addAll(transaction.lines()));
        return new InventoryOutcome.Posted(register, lines, entries, values, ledger);
    }

    /** Names the line behind each cost without an account, each line once. */
    private static List<InventoryOutcome.NoAccount> noAccounts(
            AutomaticCostPosting.Refused refused, List<PostedLine> lines, Collection<ItemBook> books) {
        var lineOf = new HashMap<ItemLedgerEntryNo, LineNo>();
        lines.forEach(line -> line.entries().forEach(entry -> lineOf.putIfAbsent(entry, line.line())));
        var entryOf = new HashMap<ValueEntryNo, ItemLedgerEntryNo>();
        books.forEach(book -> book.changes().values().forEach(value -> entryOf.put(value.no(), value.itemLedgerEntry())));
        Map<LineNo, InventoryOutcome.NoAccount> byLine = new HashMap<>();
        for (var cost : refused.entries()) {
            var entry = entryOf.getOrDefault(cost.entry(), ItemLedgerEntryNo.NONE);
            var line = lineOf.getOrDefault(entry, new LineNo(0));
            byLine.putIfAbsent(line, new InventoryOutcome.NoAccount(line, cost.refusals().getFirst()));
        }
        return byLine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Books that are ready to be written.
     *
     * @param books the transaction's access to storage
     * @param loaded the books with their changes
     */
    record Request(RegisterStamp stamp, InventoryPolicy policy, InventoryBooks books, Collection<ItemBook> loaded) {}
}
