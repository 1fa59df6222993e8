package org.stockbook.kernel.book;

import java.time.LocalDate;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.Amount;

/** A value entry in the book of its item, with its present state. */
public final class BookedValue {
    private final ValueEntry entry;
    private ValueState state;

    BookedValue(ValueEntry entry, ValueState state) {
        this.entry = entry;
        this.state = state;
    }

    public ValueEntry entry() {
        return entry;
    }

    public ValueState state() {
        return state;
    }

    void become(ValueState newState) {
        state = newState;
    }

    public LocalDate valuationDate() {
        return state.valuationDate();
    }

    public boolean isValuedByAverageCost() {
        return state.valuedByAverageCost();
    }

    /** Actual and expected cost together. */
    public Amount inventoriable() {
        return entry.cost().inventoriable();
    }
}
