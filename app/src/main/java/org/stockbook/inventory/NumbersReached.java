package org.stockbook.inventory;

import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * How far entry numbers had been used when one of several postings was done. What lies above belongs to those that came after it.
 */
public record NumbersReached(long itemLedgerEntry, long valueEntry, long itemApplication) {
    /** Before the first posting. */
    public static final NumbersReached NONE = new NumbersReached(0, 0, 0);

    /** Where there is only one posting. */
    public static final NumbersReached ALL = new NumbersReached(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    public boolean covers(ItemLedgerEntryNo no) {
        return no.value() <= itemLedgerEntry;
    }

    public boolean covers(ValueEntryNo no) {
        return no.value() <= valueEntry;
    }

    public boolean covers(ItemApplicationNo no) {
        return no.value() <= itemApplication;
    }
}
