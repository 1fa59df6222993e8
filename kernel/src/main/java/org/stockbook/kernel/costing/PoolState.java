package org.stockbook.kernel.costing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Quantity and value of an average pool while its decreases are valued one after the other. Each takes its share of what is
 * left, so that cents end up in some decrease and nothing left means nothing worth (spec: costing, section 6.7).
 */
final class PoolState {
    private static final MathContext PRECISE = new MathContext(34, RoundingMode.HALF_UP);

    private Quantity quantity;
    private Amount value;
    private BigDecimal carry = BigDecimal.ZERO;

    PoolState(Quantity quantity, Amount value) {
        this.quantity = quantity;
        this.value = value;
    }

    void add(Quantity moreQuantity, Amount moreValue) {
        quantity = quantity.plus(moreQuantity);
        value = value.plus(moreValue);
    }

    /** Without stock or with a negative value there is no average: decreases keep their provisional cost. */
    boolean hasAverage() {
        return quantity.isPositive() && !value.isNegative();
    }

    /** Takes a positive quantity out at the average of what is left; its cost, positive. */
    Amount take(Quantity taken) {
        if (carry.signum() == 0 && quantity.compareTo(taken) > 0) {
            var cost = value.share(taken, quantity);
            add(taken.negated(), cost.negated());
            return cost;
        }
        var exact = exactly(taken);
        var cost = Amount.rounded(exact);
        if (quantity.compareTo(taken) > 0) {
            add(taken.negated(), cost.negated());
            carry = BigDecimal.ZERO;
        } else {
            carry = exact.subtract(cost.value());
        }
        return cost;
    }

    /** The cost of goods moved inside the pool: the average, and the pool stays as it is. */
    Amount move(Quantity moved) {
        var exact = exactly(moved);
        var cost = Amount.rounded(exact);
        carry = exact.subtract(cost.value());
        return cost;
    }

    private BigDecimal exactly(Quantity taken) {
        return value.value()
                .multiply(taken.value())
                .divide(quantity.value(), PRECISE)
                .add(carry);
    }
}
