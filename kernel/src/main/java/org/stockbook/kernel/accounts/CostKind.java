package org.stockbook.kernel.accounts;

import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.origin.OrderType;

/** Everything about a value entry that decides its account types (spec: reconciliation, section 3, the columns of the table). */
public sealed interface CostKind {
    ValueEntryType type();

    /**
     * Money on a movement of goods.
     *
     * @param entryType as the value entry says it, which for an item charge is that of the charge's own document
     */
    record Movement(EntryType entryType, ValueEntryType type, VarianceType variance) implements CostKind {}

    /** Time of a work center or machine center on a production order, or of a resource on an assembly order. */
    record CapacityUse(OrderType order, ValueEntryType type) implements CostKind {}

    static CostKind of(ValueEntry entry) {
        return new Movement(entry.itemLedgerEntryType(), entry.type(), entry.variance());
    }
}
