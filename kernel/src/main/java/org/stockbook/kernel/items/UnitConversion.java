package org.stockbook.kernel.items;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * Quantities in a unit of an item and in its base unit (spec: items, section 2.3).
 *
 * @param factor base units in one unit
 * @param precision quantities in the unit are multiples of it; zero for any
 * @param basePrecision quantities in the base unit are rounded to multiples of it; zero for five decimals
 */
public record UnitConversion(UnitFactor factor, Quantity precision, Quantity basePrecision) {

    /** The base quantity, or why there is none. */
    public sealed interface Result {
        record Base(Quantity quantity) implements Result {}

        /** The quantity is no multiple of the unit's precision. */
        record NotAligned(Quantity precision) implements Result {}

        /** The quantity is too small to be anything in the base unit. */
        record RoundsToZero() implements Result {}
    }

    public Result toBase(UnitQuantity quantity) {
        if (!precision.isZero() && quantity.value().remainder(precision.value()).signum() != 0) {
            return new Result.NotAligned(precision);
        }
        var base = rounded(quantity.value().multiply(factor.value()));
        return base.isZero() && !quantity.isZero() ? new Result.RoundsToZero() : new Result.Base(base);
    }

    private Quantity rounded(BigDecimal exact) {
        return basePrecision.isZero()
                ? Quantity.rounded(exact)
                : Quantity.of(exact.divide(basePrecision.value(), 0, RoundingMode.HALF_UP).multiply(basePrecision.value()));
    }

    public UnitQuantity fromBase(Quantity base) {
        return UnitQuantity.rounded(base.value().divide(factor.value(), MathContext.DECIMAL128));
    }

    /** The base quantity of a part: the last part takes what is left, so that both quantities end together. */
    public Result part(UnitQuantity part, UnitQuantity remaining, Quantity remainingBase) {
        return part.equals(remaining) ? new Result.Base(remainingBase) : toBase(part);
    }

    /** Whether every factor of the item fits the precision of its base unit. */
    public boolean isAligned() {
        return basePrecision.isZero() || factor.value().remainder(basePrecision.value()).signum() == 0;
    }
}
