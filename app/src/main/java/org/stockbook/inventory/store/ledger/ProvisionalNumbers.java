package org.stockbook.inventory.store.ledger;

import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** Numbers for entries that are only shown: higher than any real one, so that the rules see them as posted last. */
final class ProvisionalNumbers implements EntryNumbers {
    private static final long FIRST = 1L << 60;

    private long last = FIRST;

    @Override
    public ItemLedgerEntryNo nextItemLedgerEntry() {
        return new ItemLedgerEntryNo(++last);
    }

    @Override
    public ValueEntryNo nextValueEntry() {
        return new ValueEntryNo(++last);
    }

    @Override
    public ItemApplicationNo nextItemApplication() {
        return new ItemApplicationNo(++last);
    }
}
