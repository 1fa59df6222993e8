package org.stockbook.kernel.proof;

import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** What stands in a book, or should. */
public sealed interface Figure {
    /** Base units. */
    record OfQuantity(Quantity quantity) implements Figure {}

    /** Local currency. */
    record OfAmount(Amount amount) implements Figure {}

    /** An entry number, or how many rows there are. */
    record OfNumber(long number) implements Figure {}
}
