package org.stockbook.demo;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** What posted documents and journals of a history have made, which later ones build on. */
public interface TradeStore {
    /** The goods that an order has handled, line by line. */
    List<Handled> handledBy(DocumentNo order);

    /** The item ledger entries of a register, in their order. */
    List<ItemLedgerEntryNo> entriesOf(long register);

    /** A line of a posted receipt or shipment. */
    record Handled(PostedLineKey key, String item, ItemLedgerEntryNo entry) {}
}
