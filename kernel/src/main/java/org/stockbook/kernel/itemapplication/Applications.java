package org.stockbook.kernel.itemapplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Quantity;

/** Writes the applications of one item's book (spec: ledger, section 6). */
public final class Applications {
    private final ItemBook book;
    private final EntryNumbers numbers;

    public Applications(ItemBook book, EntryNumbers numbers) {
        this.book = book;
        this.numbers = numbers;
    }

    /** The row of its own that every increase has, unless its cost follows a decrease. */
    public void writeOwnRow(BookedEntry increase, boolean carriesCost) {
        book.append(new ItemApplication(
                numbers.nextItemApplication(),
                increase.no(),
                increase.no(),
                ItemLedgerEntryNo.NONE,
                increase.quantity(),
                increase.postingDate(),
                ItemLedgerEntryNo.NONE,
                carriesCost));
    }

    /** The increase takes its cost from the decrease; quantities stay as they are (spec: ledger, section 6.3). */
    public void writeCostApplication(BookedEntry increase, BookedEntry decrease, ItemLedgerEntryNo transferredFrom) {
        book.append(new ItemApplication(
                numbers.nextItemApplication(),
                increase.no(),
                increase.no(),
                decrease.no(),
                increase.quantity(),
                later(increase.postingDate(), decrease.postingDate()),
                transferredFrom,
                true));
    }

    /**
     * Applies what is left of an entry to open entries of the opposite sign (spec: ledger, section 6.1).
     *
     * @param allowed narrows the candidates, for example to one transfer order
     * @return the partners it was applied to, in order
     */
    public List<BookedEntry> applyAutomatically(BookedEntry entry, Predicate<BookedEntry> allowed) {
        var partners = new ArrayList<BookedEntry>();
        for (var candidate : Candidates.of(book, entry, allowed)) {
            if (!entry.isOpen()) {
                break;
            }
            applyPair(entry, candidate, entry.remaining().abs().min(candidate.remaining().abs()), false);
            partners.add(candidate);
        }
        return partners;
    }

    /** Applies an entry to the one that the user named, as far as both have something left (spec: ledger, section 6.2). */
    public Quantity applyFixed(BookedEntry entry, BookedEntry named) {
        var quantity = entry.remaining().abs().min(named.remaining().abs());
        if (quantity.isPositive()) {
            applyPair(entry, named, quantity, true);
        }
        return quantity;
    }

    /** Whether applying the two would make cost flow in a circle (spec: ledger, section 6.8). */
    public boolean closesCycle(BookedEntry one, BookedEntry other) {
        return Candidates.closesCycle(book, one, other);
    }

    /**
     * Frees enough of an increase by undoing automatic applications, oldest row first; those of transfers and corrections stay.
     *
     * @return the decreases that lost their cover and must be re-applied
     */
    public List<BookedEntry> displace(BookedEntry increase, Quantity needed) {
        var displaced = new ArrayList<BookedEntry>();
        for (var row : List.copyOf(increase.feeding())) {
            if (increase.remaining().compareTo(needed) >= 0) {
                break;
            }
            var decrease = book.entry(row.outbound());
            if (isDisplaceable(row)) {
                remove(row);
                displaced.add(decrease);
            }
        }
        return displaced;
    }

    /** Takes back a quantity application: both remaining quantities grow again (spec: ledger, section 6.7). */
    public void remove(ItemApplication row) {
        book.remove(row);
        var increase = book.entry(row.inbound());
        var decrease = book.entry(row.outbound());
        var taken = row.quantity().abs();
        change(increase, increase.remaining().plus(taken));
        change(decrease, decrease.remaining().minus(taken));
    }

    /** Whether the application was made automatically and may give way to a fixed one. */
    public boolean isDisplaceable(ItemApplication row) {
        var decrease = book.entry(row.outbound());
        return !decrease.state().appliesTo().equals(row.inbound())
                && decrease.entry().type() != EntryType.TRANSFER
                && !decrease.entry().correction();
    }

    private void applyPair(BookedEntry entry, BookedEntry partner, Quantity quantity, boolean fixed) {
        var increase = entry.isIncrease() ? entry : partner;
        var decrease = entry.isIncrease() ? partner : entry;
        book.append(new ItemApplication(
                numbers.nextItemApplication(),
                decrease.no(),
                increase.no(),
                decrease.no(),
                quantity.negated(),
                later(increase.postingDate(), decrease.postingDate()),
                ItemLedgerEntryNo.NONE,
                fixed || !book.facts().method().isAverage()));
        change(increase, increase.remaining().minus(quantity));
        change(decrease, decrease.remaining().plus(quantity));
    }

    private void change(BookedEntry entry, Quantity remaining) {
        book.change(entry, entry.state().withRemaining(remaining));
    }

    /**
     * The date from which the cost of an increase counts for those it feeds: that of its last revaluation, else of its last
     * value entry (spec: ledger, section 7, rule 2).
     */
    public static LocalDate sourceValuationDate(BookedEntry increase) {
        BookedValue last = null;
        for (var value : increase.values()) {
            if (last == null
                    || last.entry().type() != ValueEntryType.REVALUATION
                    || value.entry().type() == ValueEntryType.REVALUATION) {
                last = value;
            }
        }
        return last == null ? increase.postingDate() : last.valuationDate();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
