package org.stockbook.kernel.measure;

import java.math.BigDecimal;
import java.math.MathContext;

/** A percentage such as an indirect cost rate or a line discount; five decimals at most. */
public record Percentage(BigDecimal value) {
    public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        value = BigDecimal.valueOf(FixedPoint.unscaled(value, 5), 5);
    }

    public static Percentage of(String decimal) {
        return new Percentage(new BigDecimal(decimal));
    }

    /** This percentage of an amount, exact. */
    public BigDecimal of(BigDecimal amount) {
        return amount.multiply(value).divide(HUNDRED);
    }

    /** {@code 1 + percentage / 100}, exact. */
    public BigDecimal growth() {
        return BigDecimal.ONE.add(value.divide(HUNDRED));
    }

    /** What an amount is without this percentage on top, rounded half away from zero. */
    public Amount net(Amount gross) {
        return Amount.rounded(gross.value().divide(growth(), MathContext.DECIMAL128));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }
}
