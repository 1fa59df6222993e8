package org.stockbook.kernel.ledger;

import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.measure.UnitFactor;

/** The unit of measure of the line behind an entry, kept for display; ledger quantities are in base units. */
public record UnitUsed(UnitCode code, UnitFactor factor) {
    public static final UnitUsed BASE = new UnitUsed(UnitCode.BLANK, UnitFactor.ONE);
}
