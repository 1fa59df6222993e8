package org.stockbook.kernel.costing;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Quantity and value of a pool or place up to a date. */
record PoolBalanceSum(Quantity quantity, Amount value) {
    static final PoolBalanceSum ZERO = new PoolBalanceSum(Quantity.ZERO, Amount.ZERO);

    PoolBalanceSum plus(PoolBalanceSum other) {
        return plus(other.quantity, other.value);
    }

    PoolBalanceSum plus(Quantity moreQuantity, Amount moreValue) {
        return new PoolBalanceSum(quantity.plus(moreQuantity), value.plus(moreValue));
    }
}
