package org.stockbook.kernel.ledger;

/** What kind of money a value entry adds (spec: ledger, section 3). */
public enum ValueEntryType {
    DIRECT_COST,
    INDIRECT_COST,
    VARIANCE,
    REVALUATION,
    ROUNDING,
    DIRECT_COST_NON_INVENTORY
}
