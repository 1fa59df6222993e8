package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * How many base units one unit of measure holds, for example 12 for a box of twelve; always above zero
 * (spec: items, section 2).
 */
public record UnitFactor(BigDecimal value) {
    public static final UnitFactor ONE = new UnitFactor(BigDecimal.ONE);

    public UnitFactor {
        value = BigDecimal.valueOf(FixedPoint.unscaled(value, 5), 5);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a unit of measure holds more than nothing: " + value);
        }
    }

    public static UnitFactor of(String decimal) {
        return new UnitFactor(new BigDecimal(decimal));
    }

    /** Base units in a quantity of this unit, rounded to five decimals. */
    public Quantity toBase(BigDecimal quantityInUnit) {
        return Quantity.rounded(quantityInUnit.multiply(value));
    }
}
