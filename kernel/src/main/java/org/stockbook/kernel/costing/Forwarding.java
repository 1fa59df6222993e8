package org.stockbook.kernel.costing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/**
 * Forwards changed costs along applications, sources before receivers, each entry once (spec: costing, sections 6.4 and 6.11).
 */
final class Forwarding {
    private final ItemBook book;
    private final CostFlow flow;
    private final Set<BookedEntry> closedSources = new LinkedHashSet<>();

    Forwarding(ItemBook book, CostFlow flow) {
        this.book = book;
        this.flow = flow;
    }

    /** Works off the marked entries and everything that depends on them. */
    void run(List<BookedEntry> marked) {
        var due = new HashSet<ItemLedgerEntryNo>();
        marked.forEach(entry -> due.add(entry.no()));
        for (var entry : inOrderOfFlow(marked)) {
            if (due.contains(entry.no())) {
                var changed = CostFlow.isDerived(entry) && flow.settle(entry);
                changed |= inheritCompletion(entry);
                if (changed || entry.state().toAdjust()) {
                    receivers(entry).forEach(receiver -> due.add(receiver.no()));
                }
                noteSources(entry);
            }
        }
    }

    /** The increases whose rounding may have to be written: those visited and those that visited decreases took from. */
    Set<BookedEntry> increasesToRound() {
        return closedSources;
    }

    private void noteSources(BookedEntry entry) {
        if (entry.isIncrease()) {
            closedSources.add(entry);
        } else {
            entry.sources().forEach(row -> book.find(row.inbound()).ifPresent(closedSources::add));
        }
    }

    /** A transfer leg or consumption is complete once all that it took from is (spec: ledger, section 5.6). */
    private boolean inheritCompletion(BookedEntry entry) {
        var complete =
                switch (entry.entry().type()) {
                    case TRANSFER -> transferIsComplete(entry);
                    case CONSUMPTION, ASSEMBLY_CONSUMPTION -> sourcesAreComplete(entry);
                    case PURCHASE, SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, OUTPUT, ASSEMBLY_OUTPUT ->
                        entry.state().completelyInvoiced();
                };
        if (complete == entry.state().completelyInvoiced()) {
            return false;
        }
        book.change(entry, entry.state().completelyInvoiced(complete));
        return true;
    }

    private boolean transferIsComplete(BookedEntry entry) {
        if (entry.isDecrease()) {
            return sourcesAreComplete(entry);
        }
        return entry.costSources().stream()
                .map(row -> row.transferredFrom().isPresent() ? row.transferredFrom() : row.outbound())
                .allMatch(no -> book.entry(no).state().completelyInvoiced());
    }

    private boolean sourcesAreComplete(BookedEntry decrease) {
        return decrease.remaining().isZero()
                && decrease.sources().stream()
                        .allMatch(row -> book.entry(row.inbound()).state().completelyInvoiced());
    }

    private List<BookedEntry> receivers(BookedEntry entry) {
        var receivers = new ArrayList<BookedEntry>();
        for (var row : entry.isIncrease() ? entry.feeding() : entry.costReceivers()) {
            if (carries(entry, row)) {
                book.find(row.owner()).ifPresent(receivers::add);
            }
        }
        for (var row : entry.transferredTo()) {
            book.find(row.owner()).ifPresent(receivers::add);
        }
        return receivers;
    }

    private boolean carries(BookedEntry entry, ItemApplication row) {
        return row.carriesCost()
                || (entry.isIncrease() && book.find(row.owner()).map(this::isTransfer).orElse(false));
    }

    private boolean isTransfer(BookedEntry entry) {
        return entry.entry().type() == EntryType.TRANSFER;
    }

    /** Everything reachable from the marked entries, each after all it depends on: a depth-first order without recursion. */
    private List<BookedEntry> inOrderOfFlow(List<BookedEntry> marked) {
        var finished = new ArrayDeque<BookedEntry>();
        var seen = new HashSet<ItemLedgerEntryNo>();
        for (var start : marked) {
            if (seen.add(start.no())) {
                visit(start, seen, finished);
            }
        }
        return List.copyOf(finished);
    }

    private void visit(BookedEntry start, Set<ItemLedgerEntryNo> seen, Deque<BookedEntry> finished) {
        var path = new ArrayDeque<Step>();
        path.push(new Step(start, new ArrayDeque<>(receivers(start))));
        while (!path.isEmpty()) {
            var step = path.peek();
            var next = step.pending().poll();
            if (next == null) {
                finished.push(path.pop().entry());
            } else if (seen.add(next.no())) {
                path.push(new Step(next, new ArrayDeque<>(receivers(next))));
            }
        }
    }

    private record Step(BookedEntry entry, Deque<BookedEntry> pending) {}
}
