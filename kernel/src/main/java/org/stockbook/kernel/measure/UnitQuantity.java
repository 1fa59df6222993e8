package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * A quantity as people write it on a document line, in the unit of measure of that line; five decimals. Above zero is the
 * direction of the document, below zero the opposite one (spec: purchasing, section 2.3).
 */
public final class UnitQuantity implements Comparable<UnitQuantity> {
    public static final UnitQuantity ZERO = new UnitQuantity(0);

    private final long units;

    private UnitQuantity(long units) {
        this.units = units;
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static UnitQuantity of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public static UnitQuantity of(long whole) {
        return of(BigDecimal.valueOf(whole));
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static UnitQuantity of(BigDecimal value) {
        return ofUnscaled(FixedPoint.unscaled(value, Quantity.SCALE));
    }

    /** The nearest quantity of five decimals, half away from zero. */
    public static UnitQuantity rounded(BigDecimal value) {
        return ofUnscaled(FixedPoint.rounded(value, Quantity.SCALE));
    }

    private static UnitQuantity ofUnscaled(long hundredThousandths) {
        return hundredThousandths == 0 ? ZERO : new UnitQuantity(hundredThousandths);
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(units, Quantity.SCALE);
    }

    public UnitQuantity plus(UnitQuantity other) {
        return ofUnscaled(Math.addExact(units, other.units));
    }

    public UnitQuantity minus(UnitQuantity other) {
        return ofUnscaled(Math.subtractExact(units, other.units));
    }

    public UnitQuantity negated() {
        return ofUnscaled(Math.negateExact(units));
    }

    public UnitQuantity abs() {
        return units < 0 ? negated() : this;
    }

    /** Whichever of two quantities of one sign is nearer to zero. */
    public UnitQuantity nearerToZero(UnitQuantity other) {
        return Math.abs(units) <= Math.abs(other.units) ? this : other;
    }

    /** Points the same way as the other and does not go beyond it; zero always does. */
    public boolean isWithin(UnitQuantity other) {
        return units == 0 || (signum() == other.signum() && Math.abs(units) <= Math.abs(other.units));
    }

    /** In base units, rounded to five decimals. */
    public Quantity toBase(UnitFactor factor) {
        return factor.toBase(value());
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

    @Override
    public int compareTo(UnitQuantity other) {
        return Long.compare(units, other.units);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitQuantity quantity && quantity.units == units;
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
