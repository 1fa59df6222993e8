package org.stockbook.kernel.book;

import org.stockbook.kernel.measure.UnitCost;

/**
 * The cost fields of an item or stockkeeping unit (spec: costing, section 3).
 *
 * @param unitCost best known cost, source of provisional decrease costs; the standard cost on standard items
 * @param standardCost planned cost of one base unit
 * @param lastDirectCost last purchase price before discounts
 */
public record CostCard(UnitCost unitCost, UnitCost standardCost, UnitCost lastDirectCost) {
    public static final CostCard ZERO = new CostCard(UnitCost.ZERO, UnitCost.ZERO, UnitCost.ZERO);

    public CostCard withUnitCost(UnitCost newUnitCost) {
        return new CostCard(newUnitCost, standardCost, lastDirectCost);
    }

    public CostCard withStandardCost(UnitCost newStandardCost) {
        return new CostCard(newStandardCost, newStandardCost, lastDirectCost);
    }

    public CostCard withLastDirectCost(UnitCost newLastDirectCost) {
        return new CostCard(unitCost, standardCost, newLastDirectCost);
    }
}
