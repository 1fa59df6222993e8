package org.stockbook.kernel.book;

import java.time.LocalDate;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * What the entries of one place in a book sum up to, kept while they come in: a journal with thousands of lines of one item asks
 * for it at every line.
 */
public final class PlaceSums {
    private Quantity quantity = Quantity.ZERO;
    private Quantity invoiced = Quantity.ZERO;
    private Amount value = Amount.ZERO;
    private LocalDate latestDate = LocalDate.MIN;
    private LocalDate latestAverageDate = LocalDate.MIN;

    PlaceSums() {}

    /** Quantity of all entries that have a value entry. */
    public Quantity quantity() {
        return quantity;
    }

    /** How much of all entries is priced by invoices. */
    public Quantity invoiced() {
        return invoiced;
    }

    /** Actual and expected cost. */
    public Amount value() {
        return value;
    }

    /** No entry was ever posted or valued later than this; {@link LocalDate#MIN} without entries. */
    public LocalDate latestDate() {
        return latestDate;
    }

    /** No value entry that counts at average cost was ever valued later than this; {@link LocalDate#MIN} without any. */
    public LocalDate latestAverageDate() {
        return latestAverageDate;
    }

    void add(BookedEntry entry) {
        invoiced = invoiced.plus(entry.state().invoiced());
        latestDate = later(latestDate, entry.postingDate());
    }

    void addInvoiced(Quantity more) {
        invoiced = invoiced.plus(more);
    }

    void add(BookedEntry entry, BookedValue added) {
        if (entry.values().isEmpty()) {
            quantity = quantity.plus(entry.quantity());
        }
        value = value.plus(added.inventoriable());
        note(added);
    }

    void note(BookedValue valued) {
        latestDate = later(latestDate, valued.valuationDate());
        if (valued.isValuedByAverageCost()) {
            latestAverageDate = later(latestAverageDate, valued.valuationDate());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
