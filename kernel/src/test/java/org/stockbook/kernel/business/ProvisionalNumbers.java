package org.stockbook.kernel.business;

import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** Entry numbers far above all that are kept, as a preview uses them. */
final class ProvisionalNumbers implements EntryNumbers {
    private static final long FAR_ABOVE = 1_000_000_000;

    private long last = FAR_ABOVE;

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
