package org.stockbook.kernel.ledger;

/** The number of an item ledger entry: unique, ascending in posting order within an item, with gaps allowed (spec: ledger, I12). */
public record ItemLedgerEntryNo(long value) implements Comparable<ItemLedgerEntryNo> {
    /** No entry: an absent link. */
    public static final ItemLedgerEntryNo NONE = new ItemLedgerEntryNo(0);

    public boolean isNone() {
        return value == 0;
    }

    public boolean isPresent() {
        return value != 0;
    }

    @Override
    public int compareTo(ItemLedgerEntryNo other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
