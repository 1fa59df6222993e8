package org.stockbook.kernel.documents;

import org.stockbook.kernel.ledger.EntryType;

/** Whether a document is exchanged with a vendor or with a customer. */
public enum TradeSide {
    PURCHASE,
    SALES;

    public EntryType entryType() {
        return switch (this) {
            case PURCHASE -> EntryType.PURCHASE;
            case SALES -> EntryType.SALE;
        };
    }
}
