package org.stockbook.kernel.book;

import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * Fresh entry numbers, each higher than the one before. Handed in by whoever posts, so that the rules stay free of
 * sequences and a preview can use provisional numbers.
 */
public interface EntryNumbers {
    ItemLedgerEntryNo nextItemLedgerEntry();

    ValueEntryNo nextValueEntry();

    ItemApplicationNo nextItemApplication();
}
