package org.stockbook.inventory.store;

import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.book.PoolBalance;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Stock and value, actual and expected together, of one item at one place.
 *
 * @param valuedDecreases how many value entries in it are valued by average cost
 */
record Balance(Quantity quantity, Quantity invoiced, Amount value, long valuedDecreases) {
    /** Where and on which valuation date; {@link LocalDate#MIN} for everything older than what is kept apart. */
    record Key(long item, Place place, LocalDate valuationDate) {}

    Balance plus(Balance other) {
        return new Balance(
                quantity.plus(other.quantity), invoiced.plus(other.invoiced), value.plus(other.value), valuedDecreases + other.valuedDecreases);
    }

    Balance negated() {
        return new Balance(quantity.negated(), invoiced.negated(), value.negated(), -valuedDecreases);
    }

    /** As the opening that stands for entries not loaded; nothing where none were left out or they cancel each other. */
    Optional<PoolBalance> asOpening(Key key) {
        return quantity.isZero() && invoiced.isZero() && value.isZero() && valuedDecreases == 0
                ? Optional.empty()
                : Optional.of(new PoolBalance(key.place(), key.valuationDate(), quantity, invoiced, value, valuedDecreases > 0));
    }
}
