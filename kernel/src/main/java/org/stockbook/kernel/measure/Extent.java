package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/** How heavy or how large one unit is, five decimals; which of the two, the name of the field says. Never below zero. */
public record Extent(BigDecimal value) {
    public static final Extent ZERO = new Extent(BigDecimal.ZERO);

    public Extent {
        value = BigDecimal.valueOf(FixedPoint.unscaled(value, 5), 5);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("weight and volume are not below zero: " + value);
        }
    }

    public static Extent of(String decimal) {
        return new Extent(new BigDecimal(decimal));
    }
}
