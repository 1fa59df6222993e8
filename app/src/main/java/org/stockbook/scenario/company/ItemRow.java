package org.stockbook.scenario.company;

import java.math.BigDecimal;

/**
 * The cost fields of an item.
 *
 * @param averageCost inventory value divided by quantity on hand, at least zero
 * @param inventory quantity on hand
 * @param costIsAdjusted nothing is left to adjust
 */
public record ItemRow(
        String item,
        String costingMethod,
        BigDecimal unitCost,
        BigDecimal standardCost,
        BigDecimal lastDirectCost,
        BigDecimal averageCost,
        BigDecimal indirectCostPct,
        BigDecimal overheadRate,
        BigDecimal inventory,
        boolean costIsAdjusted) {}
