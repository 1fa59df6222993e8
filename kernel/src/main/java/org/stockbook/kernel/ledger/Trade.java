package org.stockbook.kernel.ledger;

import org.stockbook.kernel.measure.Amount;

/** Revenue and purchase side of a value entry, for margins; never feeds inventory (spec: ledger, section 3). */
public record Trade(
        Amount salesActual, Amount salesExpected, Amount purchaseActual, Amount purchaseExpected, Amount discount) {
    public static final Trade NONE = new Trade(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);

    public Trade plus(Trade other) {
        return new Trade(
                salesActual.plus(other.salesActual),
                salesExpected.plus(other.salesExpected),
                purchaseActual.plus(other.purchaseActual),
                purchaseExpected.plus(other.purchaseExpected),
                discount.plus(other.discount));
    }

    public Trade negated() {
        return new Trade(
                salesActual.negated(),
                salesExpected.negated(),
                purchaseActual.negated(),
                purchaseExpected.negated(),
                discount.negated());
    }
}
