package org.stockbook.kernel.generalledger;

import org.stockbook.kernel.accounts.CostEntry;

/**
 * The company's choice of when cost reaches the general ledger (spec: reconciliation, section 4).
 *
 * @param automatic inside the transaction that creates the value entries, else later by the batch
 * @param expected expected cost too, on interim accounts
 */
public record CostPostingSwitches(boolean automatic, boolean expected) {
    /** Whether an entry has anything for the general ledger under these switches. */
    boolean concern(CostEntry entry) {
        var open = PreparedCost.open(entry, expected ? PreparedCost.ALL : PreparedCost.ACTUAL_ONLY);
        return !open.isZero();
    }
}
