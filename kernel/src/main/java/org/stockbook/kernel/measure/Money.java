package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * A signed amount in the currency of a document, two decimals: above zero is what the partner gets for a purchase or owes for a
 * sale (spec: purchasing, section 2.4). What stands in local currency is an {@link Amount}.
 */
public final class Money implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private final long hundredths;

    private Money(long hundredths) {
        this.hundredths = hundredths;
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than two decimals
     */
    public static Money of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than two decimals
     */
    public static Money of(BigDecimal value) {
        return ofUnscaled(FixedPoint.unscaled(value, Amount.SCALE));
    }

    /** The nearest hundredth, half away from zero. */
    public static Money rounded(BigDecimal exact) {
        return ofUnscaled(FixedPoint.rounded(exact, Amount.SCALE));
    }

    private static Money ofUnscaled(long hundredths) {
        return hundredths == 0 ? ZERO : new Money(hundredths);
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(hundredths, Amount.SCALE);
    }

    public Money plus(Money other) {
        return ofUnscaled(Math.addExact(hundredths, other.hundredths));
    }

    public Money minus(Money other) {
        return ofUnscaled(Math.subtractExact(hundredths, other.hundredths));
    }

    public Money negated() {
        return ofUnscaled(Math.negateExact(hundredths));
    }

    /** The part of this amount that falls on a part of a quantity, rounded half away from zero; all of it on the whole. */
    public Money share(UnitQuantity part, UnitQuantity whole) {
        return part.equals(whole) ? this : rounded(Fraction.of(value(), part.value(), whole.value()));
    }

    /** The part of this amount that falls on a part of a total, rounded half away from zero; all of it on the whole. */
    public Money share(Money part, Money whole) {
        return part.equals(whole) ? this : rounded(Fraction.of(value(), part.value(), whole.value()));
    }

    public int signum() {
        return Long.signum(hundredths);
    }

    public boolean isZero() {
        return hundredths == 0;
    }

    public boolean isNegative() {
        return hundredths < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && money.hundredths == hundredths;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hundredths);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
