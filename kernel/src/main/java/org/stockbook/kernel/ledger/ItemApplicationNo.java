package org.stockbook.kernel.ledger;

/** The number of an item application entry: unique, ascending in posting order within an item, with gaps allowed (spec: ledger, I12). */
public record ItemApplicationNo(long value) implements Comparable<ItemApplicationNo> {
    /** No entry: an absent link. */
    public static final ItemApplicationNo NONE = new ItemApplicationNo(0);

    public boolean isNone() {
        return value == 0;
    }

    public boolean isPresent() {
        return value != 0;
    }

    @Override
    public int compareTo(ItemApplicationNo other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
