package org.stockbook.scenario.company;

import java.math.BigDecimal;

/**
 * The cost fields of an item.
 *
 * @param averageCost inventory value divided by quantity on hand, at least zero
 */
public record ItemRow(
        String item, BigDecimal unitCost, BigDecimal standardCost, BigDecimal lastDirectCost, BigDecimal averageCost) {}
