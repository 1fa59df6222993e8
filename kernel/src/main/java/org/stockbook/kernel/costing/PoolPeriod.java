package org.stockbook.kernel.costing;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;

/** What of one average pool is valued in one period: entries, and revaluations of whatever entries. */
final class PoolPeriod {
    private final List<BookedEntry> entries = new ArrayList<>();
    private final List<BookedValue> revaluations = new ArrayList<>();

    void add(BookedEntry entry) {
        entries.add(entry);
    }

    void addRevaluation(BookedValue value) {
        revaluations.add(value);
    }

    List<BookedEntry> entries() {
        return entries;
    }

    List<BookedValue> revaluations() {
        return revaluations;
    }
}
