package org.stockbook.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.AutomaticCostPosting;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.UnitCost;
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
     * Accounts for the new value entries of the books and writes everything as one posting.
     *
     * @param stamp says what wrote them
     */
    InventoryOutcome write(Request request, RegisterStamp stamp, InventoryPolicy policy) {
        return switch (write(request, List.of(new Part(stamp, policy, List.of(), LedgerPosting.Reached.ALL)), true)) {
            case SharedOutcome.Posted posted -> posted.outcomes().getFirst();
            case SharedOutcome.Refused refused -> refused.outcome();
        };
    }

    /**
     * The same for books that several postings have changed one after the other.
     *
     * @param write false only shows what would be written
     */
    SharedOutcome write(Request request, List<Part> parts, boolean write) {
        var additions = Additions.of(request.loaded(), parts);
        var posted = new ArrayList<AutomaticCostPosting.Posted>();
        for (var i = 0; i < parts.size(); i++) {
            var policy = parts.get(i).policy();
            switch (AutomaticCostPosting.post(additions.get(i).costs(), policy.accounts(), policy.costPosting())) {
                case AutomaticCostPosting.Refused refused -> {
                    var accounts = noAccounts(refused, parts.get(i).lines(), request.loaded());
                    return new SharedOutcome.Refused(i, new InventoryOutcome.Refused(List.of(), accounts));
                }
                case AutomaticCostPosting.Posted one -> posted.add(one);
            }
        }
        var registers = write ? append(request, parts, additions, posted) : Collections.nCopies(parts.size(), 0L);
        var outcomes = new ArrayList<InventoryOutcome.Posted>();
        for (var i = 0; i < parts.size(); i++) {
            var ledger = posted.get(i).transactions().stream().flatMap(transaction -> transaction.lines().stream()).toList();
            outcomes.add(new InventoryOutcome.Posted(
                    registers.get(i), parts.get(i).lines(), additions.get(i).entries(), additions.get(i).values(), ledger, write ? Map.of() : unitCosts(request)));
        }
        return new SharedOutcome.Posted(outcomes);
    }

    private static Map<ItemNo, UnitCost> unitCosts(Request request) {
        var costs = new HashMap<ItemNo, UnitCost>();
        request.loaded().forEach(book -> book.changes().card().ifPresent(card -> costs.put(book.facts().item(), card.unitCost())));
        return costs;
    }

    private List<Long> append(Request request, List<Part> parts, List<Additions> additions, List<AutomaticCostPosting.Posted> posted) {
        var costs = new HashMap<ValueEntryNo, CostParts>();
        var pending = new HashSet<ValueEntryNo>();
        var ledgerParts = new ArrayList<LedgerPosting.Part>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var transactions = posted.get(i).transactions();
            posted.get(i).posted().forEach(cost -> costs.put(cost.entry(), cost.parts()));
            pending.addAll(posted.get(i).pending());
            ledgerParts.add(new LedgerPosting.Part(
                    part.stamp(), part.reached(), ledgerLines.of(transactions, part.stamp(), part.policy().language()),
                    relations(transactions, additions.get(i).movements())));
        }
        return request.books().append(new LedgerPosting(List.copyOf(request.loaded()), costs, pending, ledgerParts));
    }

    private static List<InventoryBooks.CostRelation> relations(
            List<GeneralLedgerTransaction> transactions, Map<ValueEntryNo, InventoryBooks.CostRelation> movements) {
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
    record Request(InventoryBooks books, Collection<ItemBook> loaded) {}

    /**
     * One of the postings that changed the books.
     *
     * @param lines the lines that caused it, to name them where an account is missing; empty for adjustments
     * @param reached the numbers that it and those before it have used
     */
    record Part(RegisterStamp stamp, InventoryPolicy policy, List<PostedLine> lines, LedgerPosting.Reached reached) {}

    /** What one posting added to all books. */
    private record Additions(
            List<CostEntry> costs,
            List<ItemLedgerEntry> entries,
            List<InventoryOutcome.NewValue> values,
            Map<ValueEntryNo, InventoryBooks.CostRelation> movements) {

        Additions() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        }

        static List<Additions> of(Collection<ItemBook> loaded, List<Part> parts) {
            var additions = parts.stream().map(_ -> new Additions()).toList();
            for (var book : loaded) {
                var changes = book.changes();
                for (var entry : changes.entries()) {
                    additions.get(partOf(parts, part -> part.reached().covers(entry.no()))).entries.add(entry);
                }
                for (var value : changes.values()) {
                    additions.get(partOf(parts, part -> part.reached().covers(value.no()))).add(book, value);
                }
            }
            return additions;
        }

        private static int partOf(List<Part> parts, Predicate<Part> covers) {
            return IntStream.range(0, parts.size()).filter(i -> covers.test(parts.get(i))).findFirst().orElseThrow();
        }

        private void add(ItemBook book, ValueEntry value) {
            costs.add(CostEntry.OfMovement.unposted(value, book.entry(value.itemLedgerEntry()).place().location()));
            values.add(new InventoryOutcome.NewValue(value, book.value(value.no()).state()));
            movements.put(value.no(), new InventoryBooks.CostRelation(0, book.facts().item(), value.itemLedgerEntry(), value.no()));
        }
    }
}
