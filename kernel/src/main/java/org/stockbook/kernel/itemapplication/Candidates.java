package org.stockbook.kernel.itemapplication;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** The open entries that an entry may be applied to, in the order of the costing method (spec: ledger, section 6.1). */
final class Candidates {
    private Candidates() {}

    static List<BookedEntry> of(ItemBook book, BookedEntry entry, Predicate<BookedEntry> allowed) {
        var method = book.facts().method();
        var opposite = entry.isIncrease() ? book.openDecreases(entry.place()) : book.openIncreases(entry.place());
        return opposite.stream()
                .filter(candidate -> candidate != entry && !candidate.entry().dropShipment())
                .filter(allowed)
                .filter(candidate -> tracksTheSame(method, entry, candidate))
                .filter(candidate -> !closesCycle(book, entry, candidate))
                .sorted(orderOf(method))
                .toList();
    }

    private static Comparator<BookedEntry> orderOf(CostingMethod method) {
        return switch (method) {
            case LIFO -> ItemBook.BY_DATE_AND_NUMBER.reversed();
            case FIFO, AVERAGE, SPECIFIC, STANDARD -> ItemBook.BY_DATE_AND_NUMBER;
        };
    }

    /** Goods with numbers are only matched with goods of the same numbers, where the entry carries any. */
    private static boolean tracksTheSame(CostingMethod method, BookedEntry entry, BookedEntry candidate) {
        var tracking = entry.entry().tracking();
        return (tracking.isNone() && method != CostingMethod.SPECIFIC)
                || tracking.equals(candidate.entry().tracking());
    }

    /** Whether applying the two would make cost flow in a circle (spec: ledger, section 6.8). */
    static boolean closesCycle(ItemBook book, BookedEntry one, BookedEntry other) {
        if (book.facts().method().isAverage()) {
            return false;
        }
        var increase = one.isIncrease() ? one : other;
        var decrease = one.isIncrease() ? other : one;
        return !increase.costSources().isEmpty() && getsCostFrom(book, increase, decrease.no());
    }

    /** Walks from an entry back to everything its cost comes from. */
    private static boolean getsCostFrom(ItemBook book, BookedEntry entry, ItemLedgerEntryNo source) {
        var visited = new HashSet<ItemLedgerEntryNo>();
        var pending = new ArrayDeque<BookedEntry>();
        pending.add(entry);
        while (!pending.isEmpty()) {
            var current = pending.remove();
            if (current.no().equals(source)) {
                return true;
            }
            if (visited.add(current.no())) {
                for (var row : current.costSources()) {
                    book.find(row.outbound()).ifPresent(pending::add);
                }
                current.sources().stream()
                        .map(ItemApplication::inbound)
                        .forEach(no -> book.find(no).ifPresent(pending::add));
            }
        }
        return false;
    }
}
