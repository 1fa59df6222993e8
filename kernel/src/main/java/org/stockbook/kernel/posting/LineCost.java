package org.stockbook.kernel.posting;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/**
 * The money on a line, in local currency (spec: ledger, section 5.2).
 *
 * @param direct line amount without tax and overhead, discounts deducted; sign of the quantity
 * @param unitCost per base unit, overhead included: the expected unit cost of an increase, the provisional one of a decrease
 * @param atUnitCost quantity times the exact unit cost before it was rounded per base unit; sign of the quantity
 * @param indirectCost overhead in per cent of the direct cost
 * @param overheadRate overhead per base unit
 * @param discount what line and invoice discounts took off the direct amount, at least zero
 */
public record LineCost(
        Amount direct,
        UnitCost unitCost,
        Amount atUnitCost,
        Percentage indirectCost,
        UnitCost overheadRate,
        Amount discount) {

    /** A line that brings no price of its own: its unit cost is what the item is known to cost. */
    public static LineCost ofUnitCost(UnitCost unitCost, Quantity quantity) {
        var amount = quantity.at(unitCost);
        return new LineCost(amount, unitCost, amount, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO);
    }
}
