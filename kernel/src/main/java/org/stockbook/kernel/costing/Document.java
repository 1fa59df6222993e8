package org.stockbook.kernel.costing;

import java.util.EnumMap;
import java.util.Map;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** One receipt, shipment or invoice of an entry: its value entry and what adjustments have made and will make of it. */
final class Document {
    private final BookedValue original;
    private final Map<CostStream, Cost> present = new EnumMap<>(CostStream.class);
    private final Map<CostStream, Cost> pending = new EnumMap<>(CostStream.class);

    Document(BookedValue original) {
        this.original = original;
    }

    void add(CostStream stream, Amount actual, Amount expected) {
        present.merge(stream, new Cost(actual, expected, Amount.ZERO), Cost::plus);
    }

    void pend(CostStream stream, Amount actual, Amount expected) {
        add(stream, actual, expected);
        pending.merge(stream, new Cost(actual, expected, Amount.ZERO), Cost::plus);
    }

    BookedValue original() {
        return original;
    }

    /** The quantity of this receipt, shipment or invoice, with the sign of the entry. */
    Quantity quantity() {
        return original.entry().valuedQuantity();
    }

    boolean isInvoice() {
        return !original.entry().expectedCost();
    }

    /** Actual and expected cost of all kinds. */
    Amount total() {
        return present.values().stream().map(Cost::inventoriable).reduce(Amount.ZERO, Amount::plus);
    }

    Amount actual(CostStream stream) {
        return present.getOrDefault(stream, Cost.ZERO).actual();
    }

    Amount expected(CostStream stream) {
        return present.getOrDefault(stream, Cost.ZERO).expected();
    }

    Amount pendingActual(CostStream stream) {
        return pending.getOrDefault(stream, Cost.ZERO).actual();
    }

    Map<CostStream, Cost> pending() {
        return pending;
    }
}
