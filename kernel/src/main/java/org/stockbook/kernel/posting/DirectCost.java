package org.stockbook.kernel.posting;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/**
 * The direct cost that a movement is posted with.
 *
 * @param amount sign of the quantity
 * @param perUnit the unit cost shown on the value entry
 * @param isFinal false while adjustment still has to look at it
 */
record DirectCost(Amount amount, UnitCost perUnit, boolean isFinal) {
    static DirectCost atUnitCost(UnitCost unitCost, Quantity quantity) {
        return new DirectCost(quantity.at(unitCost), unitCost, true);
    }

    static DirectCost provisional(UnitCost unitCost, Quantity quantity) {
        return new DirectCost(quantity.at(unitCost), unitCost, false);
    }
}
