package org.stockbook.kernel.availability;

import org.stockbook.kernel.measure.Quantity;

/**
 * A part of a demand and the supply it waits for.
 *
 * @param quantity of the demand that this supply brings, in base units, above zero
 */
public record Peg(PlannedMovement demand, PlannedMovement supply, Quantity quantity) {
    /** Whether the goods are wanted before they come. */
    public boolean isLate() {
        return supply.day().isAfter(demand.day());
    }
}
