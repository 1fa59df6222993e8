package org.stockbook.kernel.availability;

import java.time.LocalDate;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.Quantity;

/**
 * What a line of an open document will bring or take.
 *
 * @param quantity in base units: above zero a supply, below zero a demand
 */
public record PlannedMovement(LocalDate day, DocumentNo document, Quantity quantity) {
    boolean isDemand() {
        return quantity.isNegative();
    }
}
