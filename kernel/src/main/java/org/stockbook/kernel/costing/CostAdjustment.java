package org.stockbook.kernel.costing;

import java.util.ArrayList;
import java.util.Comparator;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;

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
        var flow = new CostFlow(book);
        var forwarding = new Forwarding(book, flow);
        forwarding.run(book.entries().stream()
                .filter(entry -> entry.state().toAdjust())
                .toList());
        var roundings = round(book, flow, forwarding, numbers);
        if (book.facts().method().isAverage() && !book.points().isEmpty()) {
            new AveragePools(book, flow, policy).run(book.points().first().valuationDate());
        }
        var written = roundings + write(book, flow, numbers);
        new UnitCosts(book, policy.present().calculation()).update();
        clearMarks(book);
        return written;
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

    private static void clearMarks(ItemBook book) {
        for (var entry : new ArrayList<>(book.entries())) {
            book.change(entry, entry.state().toAdjust(false));
        }
        book.clearPoints();
    }
}
