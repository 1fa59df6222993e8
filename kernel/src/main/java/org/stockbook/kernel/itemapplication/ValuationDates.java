package org.stockbook.kernel.itemapplication;

import java.time.LocalDate;
import java.util.ArrayDeque;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ValueState;

/** From when money counts, and how a later source moves that date along the applications (spec: ledger, section 7). */
public final class ValuationDates {
    private ValuationDates() {}

    /** The valuation date of a decrease as its applications stand: not before its own posting date, nor before its sources. */
    public static LocalDate ofDecrease(ItemBook book, BookedEntry decrease) {
        var fixed = decrease.state().appliesTo();
        if (fixed.isPresent() && book.find(fixed).isPresent()) {
            return Applications.sourceValuationDate(book.entry(fixed));
        }
        var date = decrease.postingDate();
        for (var row : decrease.sources()) {
            var source = book.find(row.inbound());
            if (source.isPresent()) {
                date = Applications.later(date, Applications.sourceValuationDate(source.get()));
            }
        }
        return date;
    }

    /** The valuation date of an increase: its posting date, or later when its cost follows a decrease that counts later. */
    public static LocalDate ofIncrease(ItemBook book, BookedEntry increase) {
        var date = increase.postingDate();
        for (var row : increase.costSources()) {
            var source = book.find(row.outbound());
            if (source.isPresent()) {
                date = Applications.later(date, source.get().valuationDate());
            }
        }
        return date;
    }

    /** Moves all value entries of an entry to a date, and raises the dates of everything that takes its cost from it. */
    public static void move(ItemBook book, BookedEntry entry, LocalDate date) {
        set(book, entry, date);
        var pending = new ArrayDeque<BookedEntry>();
        pending.add(entry);
        while (!pending.isEmpty()) {
            var current = pending.remove();
            for (var row : current.isDecrease() ? current.costReceivers() : current.feeding()) {
                var receiver = book.find(row.owner());
                if (receiver.isPresent() && raise(book, receiver.get(), current)) {
                    pending.add(receiver.get());
                }
            }
        }
    }

    private static boolean raise(ItemBook book, BookedEntry receiver, BookedEntry source) {
        var date = source.isIncrease() ? Applications.sourceValuationDate(source) : source.valuationDate();
        if (!date.isAfter(receiver.valuationDate())) {
            return false;
        }
        set(book, receiver, date);
        return true;
    }

    private static void set(ItemBook book, BookedEntry entry, LocalDate date) {
        for (var value : entry.values()) {
            book.change(value, new ValueState(date, value.isValuedByAverageCost()));
        }
    }
}
