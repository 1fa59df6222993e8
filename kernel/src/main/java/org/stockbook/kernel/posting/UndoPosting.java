package org.stockbook.kernel.posting;

import java.time.LocalDate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.PostingLine.Undo;

/** Takes back a receipt or shipment that was not invoiced: an opposite entry, both closed at no value (spec: ledger, section 9). */
final class UndoPosting {
    private final ItemPosting item;
    private final Undo line;
    private final BookedEntry original;

    UndoPosting(ItemPosting item, Undo line) {
        this.item = item;
        this.line = line;
        this.original = item.book().entry(line.entry());
    }

    ItemLedgerEntryNo post() {
        var expected = expectedCost();
        var sales = expectedSales();
        var back = append();
        if (back.isDecrease()) {
            item.applications().applyFixed(back, original);
        } else {
            item.applications().writeCostApplication(back, original, ItemLedgerEntryNo.NONE);
            item.book().change(original, original.state().withShippedNotReturned(Quantity.ZERO));
        }
        var date = original.valuationDate();
        invoice(original, expected, date);
        writeCorrection(back, expected, sales, date);
        if (back.isIncrease()) {
            item.applications().applyAutomatically(back, _ -> true).forEach(item::decreaseCovered);
        }
        markBoth(back);
        return back.no();
    }

    private Amount expectedCost() {
        return original.cost().expected();
    }

    private Trade expectedSales() {
        var sum = Trade.NONE;
        for (var value : original.values()) {
            sum = sum.plus(value.entry().trade());
        }
        return new Trade(Amount.ZERO, sum.salesExpected(), Amount.ZERO, sum.purchaseExpected(), Amount.ZERO);
    }

    private BookedEntry append() {
        var source = original.entry();
        var quantity = source.quantity().negated();
        var entry = new ItemLedgerEntry(
                item.numbers().nextItemLedgerEntry(),
                source.item(),
                source.place(),
                source.type(),
                line.postingDate(),
                quantity,
                source.tracking(),
                source.unit(),
                true,
                source.dropShipment(),
                source.groups(),
                line.origin());
        var appliesTo = quantity.isNegative() ? source.no() : ItemLedgerEntryNo.NONE;
        return item.book()
                .append(entry, new EntryState(quantity, quantity, true, line.postingDate(), Quantity.ZERO, appliesTo, false));
    }

    /** The original counts as invoiced at what was expected of it. */
    private void invoice(BookedEntry entry, Amount expected, LocalDate date) {
        var draft = new ValueDraft(entry, line.postingDate(), entry.entry().groups(), entry.entry().origin())
                .invoiced(entry.quantity())
                .costPerUnit(perUnit(expected))
                .cost(new Cost(expected, expected.negated(), Amount.ZERO));
        item.book().change(entry, entry.state().invoiced(entry.quantity(), true, line.postingDate()));
        item.write(draft, date, wasValuedByAverage());
    }

    /** The unit cost that the receipt or shipment was posted with, unless adjustment has changed its cost since. */
    private UnitCost perUnit(Amount expected) {
        var first = original.values().getFirst().entry().costPerUnit();
        return original.quantity().at(first).equals(expected) ? first : expected.per(original.quantity());
    }

    private boolean wasValuedByAverage() {
        return original.values().stream().anyMatch(value -> value.isValuedByAverageCost());
    }

    private void writeCorrection(BookedEntry back, Amount expected, Trade trade, LocalDate date) {
        var first = new ValueDraft(back, line.postingDate(), back.entry().groups(), line.origin())
                .first()
                .expected()
                .costPerUnit(perUnit(expected))
                .cost(Cost.expected(expected.negated()))
                .trade(trade.negated());
        item.write(first, date, false);
        var second = new ValueDraft(back, line.postingDate(), back.entry().groups(), line.origin())
                .invoiced(back.quantity())
                .costPerUnit(perUnit(expected))
                .cost(new Cost(expected.negated(), expected, Amount.ZERO));
        item.write(second, date, false);
    }

    private void markBoth(BookedEntry back) {
        if (item.isAverage()) {
            item.markPoint(original.place(), original.valuationDate());
        }
        item.mark(original);
        item.mark(back);
    }
}
