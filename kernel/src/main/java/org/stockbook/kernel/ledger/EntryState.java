package org.stockbook.kernel.ledger;

import java.time.LocalDate;
import org.stockbook.kernel.measure.Quantity;

/**
 * The few facts about an item ledger entry that later postings change (spec: ledger, section 11).
 *
 * @param remaining what is left of an increase, or still uncovered of a decrease; sign of the entry's quantity or zero
 * @param invoiced how much of the quantity an invoice has priced
 * @param completelyInvoiced every source of this entry's cost is final
 * @param lastInvoiceDate posting date of the last invoice; {@link LocalDate#MIN} before the first
 * @param shippedNotReturned decreases only: at most zero, what may still come back at its exact cost
 * @param appliesTo the fixed application given by the user; none when automatic or removed
 * @param toAdjust cost must be forwarded from here
 */
public record EntryState(
        Quantity remaining,
        Quantity invoiced,
        boolean completelyInvoiced,
        LocalDate lastInvoiceDate,
        Quantity shippedNotReturned,
        ItemLedgerEntryNo appliesTo,
        boolean toAdjust) {

    public boolean isOpen() {
        return !remaining.isZero();
    }

    public EntryState withRemaining(Quantity newRemaining) {
        return new EntryState(
                newRemaining, invoiced, completelyInvoiced, lastInvoiceDate, shippedNotReturned, appliesTo, toAdjust);
    }

    /** After an invoice of a further quantity on a date. */
    public EntryState invoiced(Quantity newInvoiced, boolean nowComplete, LocalDate date) {
        return new EntryState(remaining, newInvoiced, nowComplete, date, shippedNotReturned, appliesTo, toAdjust);
    }

    public EntryState completelyInvoiced(boolean nowComplete) {
        return new EntryState(remaining, invoiced, nowComplete, lastInvoiceDate, shippedNotReturned, appliesTo, toAdjust);
    }

    public EntryState withShippedNotReturned(Quantity left) {
        return new EntryState(remaining, invoiced, completelyInvoiced, lastInvoiceDate, left, appliesTo, toAdjust);
    }

    public EntryState withAppliesTo(ItemLedgerEntryNo fixed) {
        return new EntryState(
                remaining, invoiced, completelyInvoiced, lastInvoiceDate, shippedNotReturned, fixed, toAdjust);
    }

    public EntryState toAdjust(boolean mark) {
        return new EntryState(
                remaining, invoiced, completelyInvoiced, lastInvoiceDate, shippedNotReturned, appliesTo, mark);
    }
}
