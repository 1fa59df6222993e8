package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * A signed amount of local currency, exact to the cent: positive raises inventory (or debits an account),
 * negative lowers it (spec: ledger, section 8). A finer value is refused unless a rounding is asked for by name.
 */
public final class Amount implements Comparable<Amount> {
    public static final int SCALE = 2;
    public static final Amount ZERO = new Amount(0);
    public static final Amount CENT = new Amount(1);

    /** 10 to the power of (quantity scale + unit cost scale - amount scale). */
    static final long PER_QUANTITY_TIMES_COST = 100_000_000L;
    /** 10 to the power of (unit cost scale + quantity scale - amount scale): from amount / quantity to unit cost. */
    private static final long TO_UNIT_COST = 100_000_000L;

    private final long cents;

    private Amount(long cents) {
        this.cents = cents;
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than a cent
     */
    public static Amount of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than a cent
     */
    public static Amount of(BigDecimal value) {
        return ofUnscaled(FixedPoint.unscaled(value, SCALE));
    }

    /** The nearest cent, half away from zero. */
    public static Amount rounded(BigDecimal exact) {
        return ofUnscaled(FixedPoint.rounded(exact, SCALE));
    }

    /** From cents, the form in which amounts are stored and copied in bulk. */
    public static Amount ofUnscaled(long cents) {
        return cents == 0 ? ZERO : new Amount(cents);
    }

    public long unscaled() {
        return cents;
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(cents, SCALE);
    }

    public Amount plus(Amount other) {
        return ofUnscaled(Math.addExact(cents, other.cents));
    }

    public Amount minus(Amount other) {
        return ofUnscaled(Math.subtractExact(cents, other.cents));
    }

    public Amount negated() {
        return ofUnscaled(Math.negateExact(cents));
    }

    public Amount abs() {
        return cents < 0 ? negated() : this;
    }

    public Amount max(Amount other) {
        return cents >= other.cents ? this : other;
    }

    /** The share of this amount that falls on a part of a whole quantity, rounded half away from zero. */
    public Amount share(Quantity part, Quantity whole) {
        return part.equals(whole) ? this : ofUnscaled(FixedPoint.multiplyDivide(cents, part.unscaled(), whole.unscaled()));
    }

    /** The share of this amount that falls on a part of a whole amount, rounded half away from zero. */
    public Amount times(Amount part, Amount whole) {
        return ofUnscaled(FixedPoint.multiplyDivide(cents, part.cents, whole.cents));
    }

    /** This amount per unit of a quantity, rounded to five decimals; zero for quantity zero. */
    public UnitCost per(Quantity quantity) {
        return quantity.isZero()
                ? UnitCost.ZERO
                : UnitCost.ofUnscaled(FixedPoint.multiplyDivide(cents, TO_UNIT_COST, quantity.unscaled()));
    }

    public int signum() {
        return Long.signum(cents);
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount amount && amount.cents == cents;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(cents);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
