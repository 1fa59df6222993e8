package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * A signed quantity in an item's base unit of measure: positive moves in, negative moves out.
 * Exact to five decimals; a finer value is refused, not rounded (spec: ledger, section 8).
 */
public final class Quantity implements Comparable<Quantity> {
    public static final int SCALE = 5;
    public static final Quantity ZERO = new Quantity(0);

    private final long units;

    private Quantity(long units) {
        this.units = units;
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static Quantity of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public static Quantity of(long whole) {
        return of(BigDecimal.valueOf(whole));
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static Quantity of(BigDecimal value) {
        return ofUnscaled(FixedPoint.unscaled(value, SCALE));
    }

    /** The nearest quantity of five decimals, half away from zero: for conversions between units only. */
    public static Quantity rounded(BigDecimal value) {
        return ofUnscaled(FixedPoint.rounded(value, SCALE));
    }

    /** From hundred-thousandths, the form in which quantities are stored and copied in bulk. */
    public static Quantity ofUnscaled(long hundredThousandths) {
        return hundredThousandths == 0 ? ZERO : new Quantity(hundredThousandths);
    }

    public long unscaled() {
        return units;
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(units, SCALE);
    }

    public Quantity plus(Quantity other) {
        return ofUnscaled(Math.addExact(units, other.units));
    }

    public Quantity minus(Quantity other) {
        return ofUnscaled(Math.subtractExact(units, other.units));
    }

    public Quantity negated() {
        return ofUnscaled(Math.negateExact(units));
    }

    public Quantity abs() {
        return units < 0 ? negated() : this;
    }

    public Quantity min(Quantity other) {
        return units <= other.units ? this : other;
    }

    public Quantity max(Quantity other) {
        return units >= other.units ? this : other;
    }

    /** This quantity with the sign of another: used when a line's direction decides the sign. */
    public Quantity withSignOf(Quantity other) {
        return other.units < 0 == units < 0 ? this : negated();
    }

    public int signum() {
        return Long.signum(units);
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isNegative() {
        return units < 0;
    }

    /** The cost of this quantity, rounded half away from zero to the cent; keeps this quantity's sign. */
    public Amount at(UnitCost cost) {
        return Amount.ofUnscaled(FixedPoint.multiplyDivide(units, cost.unscaled(), Amount.PER_QUANTITY_TIMES_COST));
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(units, other.units);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && quantity.units == units;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(units);
    }

    @Override
    public String toString() {
        return value().stripTrailingZeros().toPlainString();
    }
}
