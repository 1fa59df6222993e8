package org.stockbook.kernel.revaluation;

import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/**
 * Stock that can be revalued and what it is worth (spec: costing, section 8).
 *
 * @param entry the increase, none when the line stands for a group
 * @param quantity completely invoiced and left on the date, above zero
 */
public record RevaluationProposal(
        RevaluationGroup group, ItemLedgerEntryNo entry, Quantity quantity, Amount value) {

    public UnitCost unitCost() {
        return value.per(quantity);
    }
}
