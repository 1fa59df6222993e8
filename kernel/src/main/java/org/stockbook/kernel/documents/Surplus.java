package org.stockbook.kernel.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * By how much receiving has raised the quantity of an order line above what was ordered (spec: purchasing, section 6); unit of the line,
 * never below zero.
 *
 * @param open raised for what is to be received next
 * @param received has come with earlier receipts
 */
public record Surplus(UnitQuantity open, UnitQuantity received) {
    public static final Surplus NONE = new Surplus(UnitQuantity.ZERO, UnitQuantity.ZERO);

    /** What was ordered, of a line with this quantity. */
    public UnitQuantity ordered(UnitQuantity quantity) {
        return quantity.minus(open).minus(received);
    }

    public Surplus opening(UnitQuantity newOpen) {
        return new Surplus(newOpen, received);
    }

    /** After a receipt: what was raised for it has come. */
    Surplus come() {
        return new Surplus(UnitQuantity.ZERO, received.plus(open));
    }

    /**
     * The most that may be received of a line altogether: what was ordered and so much per cent more, in whole steps of the unit.
     *
     * @param step smallest quantity of the unit; zero where any will do
     */
    public static UnitQuantity most(UnitQuantity ordered, Percentage tolerance, UnitQuantity step) {
        var exact = ordered.value().multiply(BigDecimal.ONE.add(tolerance.value().movePointLeft(2)));
        var smallest = step.isZero() ? new BigDecimal("0.00001") : step.value();
        return UnitQuantity.of(exact.divide(smallest, 0, RoundingMode.DOWN).multiply(smallest));
    }
}
