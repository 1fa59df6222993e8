package org.stockbook.kernel.book;

import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;

/**
 * What the rules of posting and costing need to know of an item card (spec: costing, section 3; items, section 1.4).
 *
 * @param indirectCost added to the direct cost of increases, in per cent
 * @param overheadRate added to the direct cost of increases, per base unit
 * @param valueZero held without value, for example consignment stock
 * @param mayGoNegative decreases may exceed stock
 */
public record ItemFacts(
        ItemNo item,
        ItemType type,
        CostingMethod method,
        Percentage indirectCost,
        UnitCost overheadRate,
        boolean valueZero,
        boolean mayGoNegative) {

    public boolean isStocked() {
        return type == ItemType.INVENTORY;
    }
}
