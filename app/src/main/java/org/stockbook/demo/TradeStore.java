package org.stockbook.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Who a history trades with, and what its posted documents have made. */
public interface TradeStore {
    /** Opens the partners and whatever stands behind documents: their accounts, the tax at a rate in per cent, freight, number series. */
    void open(Map<String, String> vendors, Set<String> customers, int taxPercent);

    /** The goods that an order has handled, line by line. */
    List<Handled> handledBy(DocumentNo order);

    /** A line of a posted receipt or shipment. */
    record Handled(PostedLineKey key, String item, ItemLedgerEntryNo entry) {}
}
