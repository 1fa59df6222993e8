package org.stockbook.journals;

import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.measure.Quantity;

/**
 * What a draft line does to the stock of its item at one place, in base units.
 *
 * @param onHand now
 * @param above what the lines before it in the batch will bring or take
 * @param moved what the line itself will bring or take
 */
public record StockAfterLine(VariantCode variant, LocationCode location, UnitCode unit, Quantity onHand, Quantity above, Quantity moved) {
    /** When it and the lines before it are posted. */
    public Quantity after() {
        return onHand.plus(above).plus(moved);
    }
}
