package org.stockbook.kernel.documents.posting;

import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;

/** A posted line that item charges may be assigned to, with its item ledger entries and their quantities. */
public record PostedGoods(PostedLineKey key, ItemNo item, List<EntryQuantity> entries) {
    public PostedGoods {
        entries = List.copyOf(entries);
    }

    /**
     * One of its entries.
     *
     * @param quantity base units, sign of the ledger
     */
    public record EntryQuantity(ItemLedgerEntryNo entry, Quantity quantity) {}
}
