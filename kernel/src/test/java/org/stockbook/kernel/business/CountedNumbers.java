package org.stockbook.kernel.business;

import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** Entry numbers 1, 2, 3 ... */
public final class CountedNumbers implements EntryNumbers {
    private long entries;
    private long values;
    private long applications;

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
