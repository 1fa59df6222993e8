package org.stockbook.documents.corrections;

import java.util.List;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;

/** A posted line with the entries behind it that may still go back. */
public record ReversibleLine(PostedLineKey key, List<Entry> entries) {
    public ReversibleLine {
        entries = List.copyOf(entries);
    }

    /**
     * An item ledger entry.
     *
     * @param incoming goods came in with it, so they can go back to where they came from
     * @param left what of it has not gone back; base units, above zero
     */
    public record Entry(ItemLedgerEntryNo entry, Tracking tracking, boolean incoming, Quantity left) {}
}
