package org.stockbook.kernel.reconciliation;

import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostParts;

/**
 * The cost of all inventoriable value entries of a kind in some filter, as daily aggregates hold it.
 *
 * @param posted how much of it is in the general ledger
 */
public record CostSum(CostKind kind, CostParts amounts, CostParts posted) {
    /** The sum over a single value entry. */
    public static CostSum of(CostEntry entry) {
        return new CostSum(entry.kind(), entry.amounts(), entry.posted());
    }
}
