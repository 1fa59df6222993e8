package org.stockbook.scenario.memory;

import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** Entry numbers 1, 2, 3 ... of one company; what a refused posting took can be given back. */
final class CountedNumbers implements EntryNumbers {
    private long entries;
    private long values;
    private long applications;

    private CountedNumbers(long entries, long values, long applications) {
        this.entries = entries;
        this.values = values;
        this.applications = applications;
    }

    static CountedNumbers fromOne() {
        return new CountedNumbers(0, 0, 0);
    }

    CountedNumbers copy() {
        return new CountedNumbers(entries, values, applications);
    }

    @Override
    public ItemLedgerEntryNo nextItemLedgerEntry() {
        return new ItemLedgerEntryNo(++entries);
    }

    @Override
    public ValueEntryNo nextValueEntry() {
        return new ValueEntryNo(++values);
    }

    @Override
    public ItemApplicationNo nextItemApplication() {
        return new ItemApplicationNo(++applications);
    }
}
