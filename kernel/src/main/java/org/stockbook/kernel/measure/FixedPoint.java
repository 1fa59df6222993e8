package org.stockbook.kernel.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact integer arithmetic behind the value types: every product may need 128 bits, no result is ever approximated. */
final class FixedPoint {
    private FixedPoint() {}

    /** Reads a decimal into a whole number of units of the given scale; refuses a finer value instead of rounding it. */
    static long unscaled(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** As {@link #unscaled} but rounds half away from zero. */
    static long rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** {@code a * b / divisor}, rounded half away from zero. */
    static long multiplyDivide(long a, long b, long divisor) {
        var high = Math.multiplyHigh(a, b);
        var low = a * b;
        var fitsInLong = (high == 0 && low >= 0) || (high == -1 && low < 0);
        return fitsInLong && low != Long.MIN_VALUE ? divideRounded(low, divisor) : multiplyDivideLarge(a, b, divisor);
    }

    /** {@code dividend / divisor}, rounded half away from zero. */
    static long divideRounded(long dividend, long divisor) {
        var quotient = dividend / divisor;
        var remainder = Math.abs(dividend % divisor);
        if (remainder < Math.abs(divisor) - remainder) {
            return quotient;
        }
        return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
    }

    private static long multiplyDivideLarge(long a, long b, long divisor) {
        var product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
