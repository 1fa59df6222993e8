package org.stockbook.transfers;

import java.time.LocalDate;
import org.stockbook.kernel.documents.transfer.TransferDates;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * What a transfer order carries beside what posting reads (spec: transfer, sections 2 and 5).
 *
 * @param dates when goods leave stock and are available
 * @param shippingTime how long they are on the way
 * @param reference somebody's own number for it
 * @param assignedUser who works on it, by login
 * @param shipmentMethod how goods travel, by its code, empty for none
 * @param complete only all of the order is shipped, at once
 * @param dimensions proposed on new lines
 */
public record TransferParticulars(
        TransferDates dates, DateFormula shippingTime, String reference, String assignedUser, String shipmentMethod, boolean complete,
        DimensionSetId dimensions) {

    /** An order about which nothing else is known but its day. */
    public static TransferParticulars on(LocalDate day) {
        return new TransferParticulars(new TransferDates(day, day), DateFormula.BLANK, "", "", "", false, DimensionSetId.EMPTY);
    }
}
