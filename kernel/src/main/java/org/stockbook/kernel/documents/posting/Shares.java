package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Splits an amount over pieces of a quantity in their order: each piece gets what the running share has grown by, so the pieces
 * sum to the amount (spec: purchasing, section 2.4, item 4).
 */
final class Shares {
    private final Amount total;
    private final Quantity whole;
    private Quantity reached = Quantity.ZERO;
    private Amount given = Amount.ZERO;

    Shares(Amount total, Quantity whole) {
        this.total = total;
        this.whole = whole;
    }

    Amount next(Quantity piece) {
        reached = reached.plus(piece);
        var due = total.share(reached, whole);
        var share = due.minus(given);
        given = due;
        return share;
    }
}
