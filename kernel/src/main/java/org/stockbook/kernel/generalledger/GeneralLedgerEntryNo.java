package org.stockbook.kernel.generalledger;

/** The number of a general ledger entry: unique and ascending, with gaps allowed. */
public record GeneralLedgerEntryNo(long value) implements Comparable<GeneralLedgerEntryNo> {
    @Override
    public int compareTo(GeneralLedgerEntryNo other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
