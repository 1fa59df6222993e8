package org.stockbook.kernel.posting;

import java.time.LocalDate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;

/** A value entry in the making: starts as a plain direct cost on an entry, the posting says what is different. */
final class ValueDraft {
    private final BookedEntry booked;
    private final LocalDate postingDate;
    private final PostingGroups groups;
    private final Origin origin;
    private EntryType itemLedgerEntryType;
    private ValueEntryType type = ValueEntryType.DIRECT_COST;
    private VarianceType variance = VarianceType.NONE;
    private ItemChargeNo charge = ItemChargeNo.BLANK;
    private Quantity valuedQuantity;
    private Quantity itemLedgerEntryQuantity = Quantity.ZERO;
    private Quantity invoicedQuantity = Quantity.ZERO;
    private UnitCost costPerUnit = UnitCost.ZERO;
    private Cost cost = Cost.ZERO;
    private Trade trade = Trade.NONE;
    private boolean expectedCost;
    private boolean partialRevaluation;
    private ValueEntryNo appliesTo = ValueEntryNo.NONE;

    ValueDraft(BookedEntry booked, LocalDate postingDate, PostingGroups groups, Origin origin) {
        this.booked = booked;
        this.postingDate = postingDate;
        this.groups = groups;
        this.origin = origin;
        this.itemLedgerEntryType = booked.entry().type();
        this.valuedQuantity = booked.quantity();
    }

    ValueDraft type(ValueEntryType newType) {
        type = newType;
        return this;
    }

    ValueDraft purchaseVariance() {
        type = ValueEntryType.VARIANCE;
        variance = VarianceType.PURCHASE;
        return this;
    }

    ValueDraft charge(ItemChargeNo newCharge, EntryType documentType) {
        charge = newCharge;
        itemLedgerEntryType = documentType;
        return this;
    }

    ValueDraft first() {
        itemLedgerEntryQuantity = booked.quantity();
        return this;
    }

    ValueDraft valued(Quantity quantity) {
        valuedQuantity = quantity;
        return this;
    }

    ValueDraft invoiced(Quantity quantity) {
        invoicedQuantity = quantity;
        return this;
    }

    ValueDraft costPerUnit(UnitCost newCostPerUnit) {
        costPerUnit = newCostPerUnit;
        return this;
    }

    ValueDraft cost(Cost newCost) {
        cost = newCost;
        return this;
    }

    ValueDraft trade(Trade newTrade) {
        trade = newTrade;
        return this;
    }

    ValueDraft expected() {
        expectedCost = true;
        return this;
    }

    ValueDraft partialRevaluation(boolean partial) {
        partialRevaluation = partial;
        return this;
    }

    ValueDraft appliesTo(ValueEntryNo corrected) {
        appliesTo = corrected;
        return this;
    }

    /**
     * The finished entry. Cost that must not enter inventory moves to its own field (spec: ledger, section 3).
     *
     * @param stocked the item is of type Inventory
     */
    ValueEntry build(ValueEntryNo no, boolean stocked) {
        var inventoriable = stocked && isInventoriable();
        return new ValueEntry(
                no,
                booked.no(),
                itemLedgerEntryType,
                type,
                variance,
                charge,
                postingDate,
                valuedQuantity,
                itemLedgerEntryQuantity,
                invoicedQuantity,
                costPerUnit,
                inventoriable ? cost : nonInventoriable(),
                trade,
                expectedCost,
                inventoriable,
                partialRevaluation,
                false,
                appliesTo,
                groups,
                origin);
    }

    private boolean isInventoriable() {
        return booked.quantity().isPositive()
                || booked.state().invoiced().isPositive()
                || (type == ValueEntryType.DIRECT_COST && charge.isBlank())
                || booked.entry().type() == EntryType.OUTPUT
                || booked.entry().type() == EntryType.ASSEMBLY_OUTPUT;
    }

    private Cost nonInventoriable() {
        var zero = Amount.ZERO;
        return new Cost(zero, zero, cost.actual().plus(cost.nonInventoriable()));
    }
}
