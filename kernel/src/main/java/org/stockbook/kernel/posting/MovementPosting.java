package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.costing.PresentCost;
import org.stockbook.kernel.itemapplication.ValuationDates;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.PostingLine.Movement;

/** Goods come in or go out: the item ledger entry, its applications and its first value entries (spec: ledger, section 5). */
final class MovementPosting {
    private final ItemPosting item;
    private final Movement line;

    MovementPosting(ItemPosting item, Movement line) {
        this.item = item;
        this.line = line;
    }

    /** Posts the line, which has passed its checks. */
    ItemLedgerEntryNo post() {
        var entry = append();
        if (!item.facts().isStocked()) {
            writeDecreaseOrIncrease(entry, entry.postingDate());
        } else if (entry.isIncrease()) {
            postIncrease(entry);
        } else {
            postDecrease(entry);
        }
        return entry.no();
    }

    private BookedEntry append() {
        var entry = new ItemLedgerEntry(
                item.numbers().nextItemLedgerEntry(),
                line.item(),
                line.place(),
                line.type(),
                line.postingDate(),
                line.quantity(),
                line.tracking(),
                line.unit(),
                false,
                line.dropShipment(),
                line.cost().withoutValue(),
                line.groups(),
                line.origin());
        return item.book().append(entry, initialState());
    }

    private EntryState initialState() {
        var invoiced = isInvoiced();
        return new EntryState(
                item.facts().isStocked() ? line.quantity() : Quantity.ZERO,
                invoiced ? line.quantity() : Quantity.ZERO,
                invoiced && !isConsumption(),
                invoiced ? line.postingDate() : LocalDate.MIN,
                line.quantity().isNegative() ? line.quantity() : Quantity.ZERO,
                fixedTo(),
                isConsumption());
    }

    private boolean isConsumption() {
        return switch (line.type()) {
            case CONSUMPTION, ASSEMBLY_CONSUMPTION -> true;
            case PURCHASE, SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, OUTPUT, ASSEMBLY_OUTPUT -> false;
        };
    }

    private boolean isInvoiced() {
        return line.invoicing() instanceof Invoicing.AtOnce;
    }

    private ItemLedgerEntryNo fixedTo() {
        return line.application() instanceof FixedApplication.ToEntry fixed ? fixed.entry() : ItemLedgerEntryNo.NONE;
    }

    private void postIncrease(BookedEntry entry) {
        switch (line.application()) {
            case FixedApplication.FromEntry from -> takeCostFrom(entry, item.book().entry(from.entry()));
            case FixedApplication.ToEntry _, FixedApplication.Automatic _ ->
                item.applications().writeOwnRow(entry, true);
        }
        writeDecreaseOrIncrease(entry, ValuationDates.ofIncrease(item.book(), entry));
        if (line.application() instanceof FixedApplication.ToEntry to) {
            var decrease = item.book().entry(to.entry());
            item.applications().applyFixed(entry, decrease);
            item.decreaseCovered(decrease);
        }
        coverOpenDecreases(entry);
        if (item.isAverage()) {
            item.increaseChanged(entry);
        }
    }

    private void takeCostFrom(BookedEntry entry, BookedEntry decrease) {
        item.applications().writeCostApplication(entry, decrease, ItemLedgerEntryNo.NONE);
        var left = decrease.state().shippedNotReturned().plus(entry.quantity());
        item.book().change(decrease, decrease.state().withShippedNotReturned(left));
    }

    private void coverOpenDecreases(BookedEntry entry) {
        if (line.dropShipment()) {
            return;
        }
        for (var decrease : item.applications().applyAutomatically(entry, _ -> true)) {
            item.decreaseCovered(decrease);
            item.noteSources(decrease);
        }
    }

    private void postDecrease(BookedEntry entry) {
        var displaced = List.<BookedEntry>of();
        if (line.application() instanceof FixedApplication.ToEntry to) {
            var increase = item.book().entry(to.entry());
            displaced = item.applications().displace(increase, entry.remaining().abs());
            item.applications().applyFixed(entry, increase);
        }
        if (!line.dropShipment()) {
            item.applications().applyAutomatically(entry, _ -> true);
        }
        writeDecreaseOrIncrease(entry, ValuationDates.ofDecrease(item.book(), entry));
        displaced.forEach(this::applyAgain);
        item.noteSources(entry);
    }

    private void applyAgain(BookedEntry decrease) {
        item.applications().applyAutomatically(decrease, _ -> true);
        item.decreaseCovered(decrease);
    }

    private void writeDecreaseOrIncrease(BookedEntry entry, LocalDate valuationDate) {
        var byAverage = entry.isDecrease() && item.isAverage() && fixedTo().isNone() && item.facts().isStocked();
        var direct = directCost(entry, valuationDate, byAverage);
        var draft = new ValueDraft(entry, line.postingDate(), line.groups(), valueOrigin())
                .first()
                .costPerUnit(line.cost().shown(direct, line.quantity()))
                .trade(isInvoiced() ? line.trade() : asExpected(line.trade()));
        var value = isInvoiced()
                ? item.write(draft.invoiced(line.quantity()).cost(Cost.actual(direct.amount())), valuationDate, byAverage)
                : item.write(draft.expected().cost(Cost.expected(direct.amount())), valuationDate, byAverage);
        if (isInvoiced() && entry.isIncrease() && item.facts().isStocked()) {
            addOverheadAndVariance(entry, direct.amount(), valuationDate);
            new CostCards(item).increasePriced(entry, value, line.cost().direct().plus(line.cost().discount()));
        }
        if (entry.isDecrease() && item.facts().isStocked()) {
            markWhatIsNotFinal(entry, direct, byAverage);
        }
    }

    private void markWhatIsNotFinal(BookedEntry entry, DirectCost direct, boolean byAverage) {
        if (!direct.isFinal()) {
            item.mark(entry);
        }
        if (!byAverage) {
            item.poolChanged(entry);
        }
    }

    private Origin valueOrigin() {
        return switch (line.invoicing()) {
            case Invoicing.AtOnce invoice -> invoice.invoice();
            case Invoicing.Later _ -> line.origin();
        };
    }

    private static Trade asExpected(Trade trade) {
        return new Trade(
                Amount.ZERO,
                trade.salesActual().plus(trade.salesExpected()),
                Amount.ZERO,
                trade.purchaseActual().plus(trade.purchaseExpected()),
                Amount.ZERO);
    }

    private void addOverheadAndVariance(BookedEntry entry, Amount direct, LocalDate valuationDate) {
        var overhead = new Overhead(item, entry, line.cost(), line.quantity());
        overhead.write(direct, new Overhead.Price(line.postingDate(), line.groups(), valueOrigin(), valuationDate));
    }

    private DirectCost directCost(BookedEntry entry, LocalDate valuationDate, boolean byAverage) {
        return entry.isIncrease() ? increaseCost(entry) : decreaseCost(entry, valuationDate, byAverage);
    }

    private DirectCost increaseCost(BookedEntry entry) {
        return switch (line.application()) {
            case FixedApplication.FromEntry from -> returnCost(entry, item.book().entry(from.entry()));
            case FixedApplication.ToEntry _, FixedApplication.Automatic _ ->
                line.type() == EntryType.PURCHASE ? purchaseCost() : ownCost();
        };
    }

    /** What an increase without a purchase price is worth: the unit cost on the line, or the standard cost. */
    private DirectCost ownCost() {
        if (item.isStandard() && !line.cost().withoutValue()) {
            return DirectCost.atUnitCost(item.standardCost(line.place()), line.quantity());
        }
        return new DirectCost(line.cost().atUnitCost(), line.cost().unitCost(), true);
    }

    private DirectCost purchaseCost() {
        if (!isInvoiced()) {
            return item.isStandard()
                    ? DirectCost.atUnitCost(item.standardCost(line.place()), line.quantity())
                    : new DirectCost(line.cost().atUnitCost(), line.cost().unitCost(), true);
        }
        var direct = line.cost().direct();
        var plain = Overhead.isNone(item, line.cost()) && !item.isStandard();
        return new DirectCost(direct, plain ? line.cost().unitCost() : direct.per(line.quantity()), true);
    }

    private DirectCost returnCost(BookedEntry entry, BookedEntry decrease) {
        if (item.rules().exactAtOnce()) {
            return new DirectCost(item.present().ofReturn(decrease, entry.quantity()), PresentCost.perUnit(decrease), true);
        }
        item.mark(entry);
        return DirectCost.atUnitCost(provisionalReturnCost(decrease), entry.quantity());
    }

    /**
     * What comes back is assumed to cost what its sale costs now; goods with numbers of their own name their sales one by one, when the cost
     * of the line is settled already, and standard cost is the same for all.
     */
    private UnitCost provisionalReturnCost(BookedEntry decrease) {
        if (item.isStandard()) {
            return item.standardCost(line.place());
        }
        return line.tracking().isNone() ? PresentCost.perUnit(decrease) : line.cost().unitCost();
    }

    private DirectCost decreaseCost(BookedEntry entry, LocalDate valuationDate, boolean byAverage) {
        if (!item.facts().isStocked()) {
            return DirectCost.atUnitCost(line.cost().unitCost(), line.quantity());
        }
        if (item.rules().exactAtOnce() && entry.remaining().isZero()) {
            var exact = byAverage ? averageCost(entry, valuationDate) : appliedCost(entry);
            if (exact.isPresent()) {
                return exact.get();
            }
        }
        return DirectCost.provisional(provisionalUnitCost(), line.quantity());
    }

    private Optional<DirectCost> appliedCost(BookedEntry entry) {
        var amount = item.present().ofDecrease(entry);
        return Optional.of(new DirectCost(amount, amount.per(entry.quantity()), true));
    }

    private Optional<DirectCost> averageCost(BookedEntry entry, LocalDate valuationDate) {
        return item.present()
                .atAverage(entry.place(), valuationDate, entry.quantity().abs())
                .map(amount -> new DirectCost(amount.negated(), amount.negated().per(entry.quantity()), true));
    }

    private UnitCost provisionalUnitCost() {
        if (item.isStandard() && fixedTo().isNone()) {
            return item.standardCost(line.place());
        }
        return fixedTo().isPresent() && line.type() != EntryType.PURCHASE
                ? PresentCost.perUnit(item.book().entry(fixedTo()))
                : line.cost().unitCost();
    }
}
