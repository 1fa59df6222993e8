package org.stockbook.documents.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard.Blocking;
import org.stockbook.kernel.posting.LineNo;

/**
 * What is there for a line of a sales document on its date, at its location, in base units (spec: sales, section 4).
 *
 * @param blocked whether the item may be sold at all
 * @param warned whether the company wants to be told of a shortage of this item
 * @param inventory on hand
 * @param receipts that other documents will bring up to the date
 * @param requirements that other documents will take up to the date
 * @param wanted by this line, what is not shipped yet
 * @param earliest the first day on which there is enough, where there is not and that is known
 */
public record LineAvailability(
        LineNo line, ItemNo item, Blocking blocked, boolean warned, LocalDate date, BigDecimal inventory, BigDecimal receipts, BigDecimal requirements, BigDecimal wanted, Optional<LocalDate> earliest) {

    /** What is free for this line; below zero where others want more than there is. */
    public BigDecimal available() {
        return inventory.add(receipts).subtract(requirements);
    }

    /** Above zero: so much is missing. */
    public BigDecimal missing() {
        return wanted.subtract(available()).max(BigDecimal.ZERO);
    }
}
