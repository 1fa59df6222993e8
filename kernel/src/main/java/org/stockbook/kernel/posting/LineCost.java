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
 * @param converted the price is in a foreign currency: the unit cost shown on value entries is what the converted amount makes of
 *     it, since no figure of the line is in local currency
 * @param withoutValue goods that a customer gives back count as nothing in stock, whatever they cost
 */
public record LineCost(
        Amount direct,
        UnitCost unitCost,
        Amount atUnitCost,
        Percentage indirectCost,
        UnitCost overheadRate,
        Amount discount,
        boolean converted,
        boolean withoutValue) {

    /** A line in local currency. */
    public LineCost(
            Amount direct,
            UnitCost unitCost,
            Amount atUnitCost,
            Percentage indirectCost,
            UnitCost overheadRate,
            Amount discount) {
        this(direct, unitCost, atUnitCost, indirectCost, overheadRate, discount, false, false);
    }

    /** Goods taken back at cost 0 (spec: sales, section 8). */
    public static LineCost none(boolean converted) {
        return new LineCost(
                Amount.ZERO, UnitCost.ZERO, Amount.ZERO, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO, converted, true);
    }

    /** The unit cost to be shown on a value entry of some direct cost. */
    UnitCost shown(DirectCost cost, Quantity quantity) {
        return converted ? cost.amount().per(quantity) : cost.perUnit();
    }

    /** A line that brings no price of its own: its unit cost is what the item is known to cost. */
    public static LineCost ofUnitCost(UnitCost unitCost, Quantity quantity) {
        var amount = quantity.at(unitCost);
        return new LineCost(amount, unitCost, amount, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO);
    }
}
