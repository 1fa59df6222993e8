package org.stockbook.kernel.accounts;

import org.stockbook.kernel.measure.Amount;

/** An actual and an expected amount of the same value entry or sum of value entries; local currency, sign of the value entry. */
public record CostParts(Amount actual, Amount expected) {
    public static final CostParts ZERO = new CostParts(Amount.ZERO, Amount.ZERO);

    public Amount of(CostPart part) {
        return switch (part) {
            case ACTUAL -> actual;
            case EXPECTED -> expected;
        };
    }

    public CostParts plus(CostParts other) {
        return new CostParts(actual.plus(other.actual), expected.plus(other.expected));
    }

    public boolean isZero() {
        return actual.isZero() && expected.isZero();
    }
}
