package org.stockbook.kernel.ledger;

import java.time.LocalDate;
import org.stockbook.kernel.measure.Quantity;

/**
 * This decrease consumed that increase, or this increase takes its cost from that decrease (spec: ledger, section 4).
 * A row is never changed; removing it leaves it in the book as removed.
 *
 * @param owner the entry that receives the cost
 * @param outbound the decrease, none on an increase's own row
 * @param quantity below zero: taken from the increase; above zero with an outbound: cost follows, quantity does not
 * @param transferredFrom receiving leg of a transfer: the increase originally consumed
 * @param carriesCost false for automatic applications of average items, which track quantity only
 */
public record ItemApplication(
        ItemApplicationNo no,
        ItemLedgerEntryNo owner,
        ItemLedgerEntryNo inbound,
        ItemLedgerEntryNo outbound,
        Quantity quantity,
        LocalDate postingDate,
        ItemLedgerEntryNo transferredFrom,
        boolean carriesCost) {

    /** The increase's own row, written when it is posted. */
    public boolean isOwnRow() {
        return outbound.isNone();
    }

    /** Goods were taken from the increase. */
    public boolean takesQuantity() {
        return quantity.isNegative();
    }

    /** The increase gets its cost from the decrease: a return, an undo or a transfer leg. */
    public boolean isCostApplication() {
        return quantity.isPositive() && outbound.isPresent();
    }
}
