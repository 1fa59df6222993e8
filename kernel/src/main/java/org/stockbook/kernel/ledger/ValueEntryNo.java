package org.stockbook.kernel.ledger;

/** The number of an value entry: unique, ascending in posting order within an item, with gaps allowed (spec: ledger, I12). */
public record ValueEntryNo(long value) implements Comparable<ValueEntryNo> {
    /** No entry: an absent link. */
    public static final ValueEntryNo NONE = new ValueEntryNo(0);

    public boolean isNone() {
        return value == 0;
    }

    public boolean isPresent() {
        return value != 0;
    }

    @Override
    public int compareTo(ValueEntryNo other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
