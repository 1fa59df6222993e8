package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * What one unit of measure costs or sells for in the currency of a document; five decimals, with or without VAT as the document
 * says (spec: purchasing, section 2.3).
 */
public record Price(BigDecimal value) {
    public static final Price ZERO = new Price(BigDecimal.ZERO);

    public Price {
        value = BigDecimal.valueOf(FixedPoint.unscaled(value, UnitCost.SCALE), UnitCost.SCALE);
    }

    public static Price of(String decimal) {
        return new Price(new BigDecimal(decimal));
    }

    /** The nearest price of five decimals, half away from zero. */
    public static Price rounded(BigDecimal exact) {
        return new Price(BigDecimal.valueOf(FixedPoint.rounded(exact, UnitCost.SCALE), UnitCost.SCALE));
    }

    /** The price of a quantity, rounded half away from zero. */
    public Money times(UnitQuantity quantity) {
        return Money.rounded(value.multiply(quantity.value()));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }
}
