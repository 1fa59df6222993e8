package org.stockbook.kernel.book;

import java.time.LocalDate;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Stock and value at one place on one valuation date, summed over entries that are not loaded one by one: they count in the
 * average (spec: costing, section 6.7) and in the unit cost of the item (section 3). Older dates may be summed up under their last.
 *
 * @param quantity net quantity of the entries valued on that date
 * @param invoiced net invoiced quantity of the same entries
 * @param value actual and expected cost of their value entries
 * @param hasValuedDecreases a decrease valued by average is among them
 */
public record PoolBalance(
        Place place,
        LocalDate valuationDate,
        Quantity quantity,
        Quantity invoiced,
        Amount value,
        boolean hasValuedDecreases) {}
