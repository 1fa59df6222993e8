package org.stockbook.kernel.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Shares of a whole with more digits than any rounding after them needs (spec: ledger, section 8). */
final class Fraction {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    private Fraction() {}

    /** {@code total * part / whole}; zero for whole zero. */
    static BigDecimal of(BigDecimal total, BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : total.multiply(part).divide(whole, DIGITS);
    }
}
