package org.stockbook.scenario.company;

import java.math.BigDecimal;

/**
 * The cost fields of a stockkeeping unit.
 *
 * @param averageCost of its own stock where averages are kept per item, variant and location; else that of the item
 */
public record StockkeepingUnitRow(
        String item,
        String location,
        String variant,
        BigDecimal unitCost,
        BigDecimal standardCost,
        BigDecimal lastDirectCost,
        BigDecimal averageCost) {}
