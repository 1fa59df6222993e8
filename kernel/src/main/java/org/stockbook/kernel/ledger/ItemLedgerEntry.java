package org.stockbook.kernel.ledger;

import java.time.LocalDate;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.origin.Origin;

/**
 * This item moved in or out, this many, here, on this date; never changed once written (spec: ledger, section 2).
 * What may change stands in {@link EntryState}.
 *
 * @param quantity base units; above zero comes in, below zero goes out, never zero
 * @param correction written by an undo
 * @param dropShipment went from vendor to customer, never part of stock
 * @param withoutValue came back from a customer at cost 0, whatever is invoiced later
 */
public record ItemLedgerEntry(
        ItemLedgerEntryNo no,
        ItemNo item,
        Place place,
        EntryType type,
        LocalDate postingDate,
        Quantity quantity,
        Tracking tracking,
        UnitUsed unit,
        boolean correction,
        boolean dropShipment,
        boolean withoutValue,
        PostingGroups groups,
        Origin origin) {

    public ItemLedgerEntry {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("an item ledger entry moves something (I1)");
        }
    }

    /** An entry that carries its cost. */
    public ItemLedgerEntry(
            ItemLedgerEntryNo no,
            ItemNo item,
            Place place,
            EntryType type,
            LocalDate postingDate,
            Quantity quantity,
            Tracking tracking,
            UnitUsed unit,
            boolean correction,
            boolean dropShipment,
            PostingGroups groups,
            Origin origin) {
        this(no, item, place, type, postingDate, quantity, tracking, unit, correction, dropShipment, false, groups, origin);
    }

    public boolean isIncrease() {
        return quantity.isPositive();
    }

    public boolean isDecrease() {
        return quantity.isNegative();
    }
}
