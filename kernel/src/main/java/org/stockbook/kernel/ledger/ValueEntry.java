package org.stockbook.kernel.ledger;

import java.time.LocalDate;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;

/**
 * This much money belongs to that movement; never changed once written (spec: ledger, section 3), except the two fields in
 * {@link ValueState} and how much of it is in the general ledger.
 *
 * @param itemLedgerEntryType the entry's type; for a charge that of the charge's own document
 * @param valuedQuantity the quantity that the amount relates to
 * @param itemLedgerEntryQuantity the entry's quantity on its first value entry, else zero
 * @param invoicedQuantity the quantity that this value entry invoices, zero on everything but invoices
 * @param costPerUnit information only
 * @param expectedCost receipt or shipment without invoice
 * @param partialRevaluation covers only what was left on its date
 * @param adjustment written by cost adjustment
 * @param appliesTo the value entry that this one corrects
 */
public record ValueEntry(
        ValueEntryNo no,
        ItemLedgerEntryNo itemLedgerEntry,
        EntryType itemLedgerEntryType,
        ValueEntryType type,
        VarianceType variance,
        ItemChargeNo charge,
        LocalDate postingDate,
        Quantity valuedQuantity,
        Quantity itemLedgerEntryQuantity,
        Quantity invoicedQuantity,
        UnitCost costPerUnit,
        Cost cost,
        Trade trade,
        boolean expectedCost,
        boolean inventoriable,
        boolean partialRevaluation,
        boolean adjustment,
        ValueEntryNo appliesTo,
        PostingGroups groups,
        Origin origin) {

    public boolean isDirect() {
        return type == ValueEntryType.DIRECT_COST;
    }

    public boolean isCharge() {
        return !charge.isBlank();
    }

    /** A receipt, shipment or invoice of its own, not a correction of one: the unit that adjustment distributes cost over. */
    public boolean isDocument() {
        return isDirect() && !adjustment && charge.isBlank();
    }

    /** A new value for what was left on a date; not what an invoice takes back of one that was expected (spec: costing, section 8). */
    public boolean isPartialRevaluation() {
        return type == ValueEntryType.REVALUATION && partialRevaluation && appliesTo.isNone();
    }
}
