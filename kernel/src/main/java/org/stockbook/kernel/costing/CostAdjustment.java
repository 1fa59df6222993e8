package org.stockbook.kernel.costing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.Place;

/**
 * Writes the value entries that are missing to make every cost of an item a function of its sources alone; running it again
 * writes nothing (spec: costing, sections 1 and 6). Works off the marks in the book; the book must hold everything that the
 * marked entries feed and are fed by, for average items everything from the first unadjusted period on.
 */
public final class CostAdjustment {
    private final AverageCostPolicy policy;
    private final AdjustmentDates dates;

    public CostAdjustment(AverageCostPolicy policy, AdjustmentDates dates) {
        this.policy = policy;
        this.dates = dates;
    }

    /**
     * Adjusts the item of the book.
     *
     * @return how many value entries were written
     */
    public int adjust(ItemBook book, EntryNumbers numbers) {
        return adjust(book, numbers, LocalDate.MAX);
    }

    /**
     * Adjusts the item of the book, average costs only up to the end of the period of a valuation date: what comes later stays
     * marked (spec: costing, section 6.10, step 3b).
     *
     * @return how many value entries were written
     */
    public int adjust(ItemBook book, EntryNumbers numbers, LocalDate until) {
        var flow = new CostFlow(book);
        var forwarding = new Forwarding(book, flow);
        forwarding.run(book.entries().stream()
                .filter(entry -> entry.state().toAdjust())
                .toList());
        var roundings = round(book, flow, forwarding, numbers);
        var last = until.equals(LocalDate.MAX) || !book.facts().method().isAverage() ? LocalDate.MAX : policy.periodOf(until).last();
        if (book.facts().method().isAverage() && !book.points().isEmpty()) {
            new AveragePools(book, flow, policy).run(firstPoint(book), last);
        }
        var written = roundings + write(book, flow, numbers);
        new UnitCosts(book, policy.present().calculation()).update();
        clearMarks(book, last);
        return written;
    }

    private static LocalDate firstPoint(ItemBook book) {
        return book.points().stream().map(EntryPoint::valuationDate).min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    private int write(ItemBook book, CostFlow flow, EntryNumbers numbers) {
        var entries = new AdjustmentEntries(book, dates, numbers);
        flow.visited().forEach(entries::collect);
        return entries.write();
    }

    private int round(ItemBook book, CostFlow flow, Forwarding forwarding, EntryNumbers numbers) {
        var cents = new RoundingCents(book, flow);
        var entries = new AdjustmentEntries(book, dates, numbers);
        var written = 0;
        for (var increase : forwarding.increasesToRound().stream()
                .sorted(Comparator.comparing(BookedEntry::no))
                .toList()) {
            var missing = cents.missing(increase);
            if (missing.isPresent()) {
                entries.writeRounding(increase, missing.get());
                flow.of(increase).addRounding(missing.get());
                written++;
            }
        }
        return written;
    }

    private void clearMarks(ItemBook book, LocalDate last) {
        for (var entry : new ArrayList<>(book.entries())) {
            book.change(entry, entry.state().toAdjust(false));
        }
        var opens = !book.points().isEmpty() && !firstPoint(book).isAfter(last);
        book.clearPoints(last);
        if (opens) {
            markLater(book, last);
        }
    }

    /** Averages open with what was left before: those after the last period that was adjusted are not final. */
    private void markLater(ItemBook book, LocalDate last) {
        var later = new TreeMap<Place, LocalDate>();
        for (var entry : book.entries()) {
            if (!entry.values().isEmpty() && entry.valuationDate().isAfter(last)) {
                later.merge(policy.poolOf(entry.place(), entry.valuationDate()), entry.valuationDate(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        later.forEach((pool, date) -> book.mark(new EntryPoint(pool, date)));
    }
}
