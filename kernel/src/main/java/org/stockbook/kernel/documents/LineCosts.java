package org.stockbook.kernel.documents;

import java.util.Optional;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;

/**
 * Costs on a line beside its price, in local currency.
 *
 * @param unitCost per unit of measure of the line: sales lines only, the default cost of what is issued below zero or taken back
 *     without application; empty takes what the item is known to cost
 * @param indirectCost overhead of a purchase in per cent of the direct cost
 * @param overheadRate overhead of a purchase per base unit
 */
public record LineCosts(Optional<UnitCost> unitCost, Percentage indirectCost, UnitCost overheadRate) {
    public static final LineCosts NONE = new LineCosts(Optional.empty(), Percentage.ZERO, UnitCost.ZERO);

    public static LineCosts overhead(Percentage indirectCost, UnitCost overheadRate) {
        return new LineCosts(Optional.empty(), indirectCost, overheadRate);
    }
}
