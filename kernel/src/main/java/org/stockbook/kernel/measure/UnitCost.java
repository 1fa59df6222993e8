package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * Local currency per base unit, exact to five decimals; negative only on corrections (spec: ledger, section 8).
 */
public final class UnitCost implements Comparable<UnitCost> {
    public static final int SCALE = 5;
    public static final UnitCost ZERO = new UnitCost(0);

    private final long units;

    private UnitCost(long units) {
        this.units = units;
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static UnitCost of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /**
     * Reads an exact decimal.
     *
     * @throws ArithmeticException if the value is finer than five decimals
     */
    public static UnitCost of(BigDecimal value) {
        return ofUnscaled(FixedPoint.unscaled(value, SCALE));
    }

    /** The nearest unit cost of five decimals, half away from zero. */
    public static UnitCost rounded(BigDecimal exact) {
        return ofUnscaled(FixedPoint.rounded(exact, SCALE));
    }

    /** From hundred-thousandths, the form in which unit costs are stored. */
    public static UnitCost ofUnscaled(long hundredThousandths) {
        return hundredThousandths == 0 ? ZERO : new UnitCost(hundredThousandths);
    }

    public long unscaled() {
        return units;
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(units, SCALE);
    }

    public UnitCost plus(UnitCost other) {
        return ofUnscaled(Math.addExact(units, other.units));
    }

    public UnitCost minus(UnitCost other) {
        return ofUnscaled(Math.subtractExact(units, other.units));
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
    public int compareTo(UnitCost other) {
        return Long.compare(units, other.units);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitCost cost && cost.units == units;
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
