package org.stockbook.scenario.company;

import java.math.BigDecimal;

/** A line of a posted document; the line of a correction has a negative quantity. */
public record PostedLineRow(
        String kind, String document, int line, BigDecimal quantity, BigDecimal quantityInvoiced, boolean correction) {}
