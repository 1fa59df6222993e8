package org.stockbook.kernel.proof;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** One row for which an invariant does not hold: what the other rows demand, and what stands there. */
public record Finding(Invariant invariant, Subject subject, Figure expected, Figure actual) {
    static Finding of(Invariant invariant, Subject subject, Quantity expected, Quantity actual) {
        return new Finding(invariant, subject, new Figure.OfQuantity(expected), new Figure.OfQuantity(actual));
    }

    static Finding of(Invariant invariant, Subject subject, Amount expected, Amount actual) {
        return new Finding(invariant, subject, new Figure.OfAmount(expected), new Figure.OfAmount(actual));
    }

    static Finding of(Invariant invariant, Subject subject, long expected, long actual) {
        return new Finding(invariant, subject, new Figure.OfNumber(expected), new Figure.OfNumber(actual));
    }
}
