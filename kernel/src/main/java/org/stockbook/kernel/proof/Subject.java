package org.stockbook.kernel.proof;

import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** The row that an invariant does not hold for. */
public sealed interface Subject {
    /** An item ledger entry. */
    record OfEntry(ItemLedgerEntryNo no) implements Subject {}

    /** A value entry. */
    record OfValue(ValueEntryNo no) implements Subject {}

    /** An item application. */
    record OfApplication(ItemApplicationNo no) implements Subject {}

    /** The stock at a place under the same numbers. */
    record OfStock(Place place, Tracking tracking) implements Subject {}

    /** The item as a whole. */
    record OfItem(ItemNo item) implements Subject {}
}
