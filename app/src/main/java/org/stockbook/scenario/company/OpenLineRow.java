package org.stockbook.scenario.company;

import java.math.BigDecimal;

/**
 * A line of a document that is not wholly posted. What was handled has a name of its own in each kind of document: only that one
 * is above zero.
 *
 * @param unitCostLcy per unit of the line: what a sale is assumed to cost, zero on purchases
 */
public record OpenLineRow(
        String kind,
        String document,
        int line,
        BigDecimal quantity,
        BigDecimal quantityReceived,
        BigDecimal quantityShipped,
        BigDecimal returnQtyReceived,
        BigDecimal returnQtyShipped,
        BigDecimal quantityInvoiced,
        BigDecimal directUnitCost,
        BigDecimal unitPrice,
        BigDecimal unitCostLcy) {}
