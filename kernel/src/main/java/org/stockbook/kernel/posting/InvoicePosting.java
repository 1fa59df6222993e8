package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.PostingLine.Invoice;

/** An invoice prices what was received or shipped before (spec: ledger, section 5.3). */
final class InvoicePosting {
    private final ItemPosting item;
    private final Invoice line;
    private final BookedEntry entry;

    InvoicePosting(ItemPosting item, Invoice line) {
        this.item = item;
        this.line = line;
        this.entry = item.book().entry(line.entry());
    }

    void post() {
        var valuationDate = entry.valuationDate();
        var byAverage = isValuedByAverage();
        var expectedBack = expectedReversal();
        var tradeBack = expectedTradeReversal();
        changeState();
        var direct = directCost();
        var draft = new ValueDraft(entry, line.postingDate(), groups(), line.origin())
                .valued(line.quantity())
                .invoiced(line.quantity())
                .costPerUnit(line.cost().shown(direct, line.quantity()))
                .cost(new Cost(direct.amount(), expectedBack, Amount.ZERO))
                .trade(line.trade().plus(tradeBack));
        var value = item.write(draft, valuationDate, byAverage);
        if (!item.facts().isStocked()) {
            return;
        }
        if (entry.isIncrease()) {
            priceIncrease(value, valuationDate);
        } else {
            item.mark(entry);
        }
    }

    private void priceIncrease(BookedValue value, LocalDate valuationDate) {
        reverseExpectedRevaluation();
        if (entry.entry().type() == EntryType.PURCHASE) {
            var price = new Overhead.Price(line.postingDate(), groups(), line.origin(), valuationDate);
            new Overhead(item, entry, line.cost(), line.quantity()).write(value.entry().cost().actual(), price);
        }
        var beforeDiscounts = line.cost().direct().plus(line.cost().discount());
        new CostCards(item).increasePriced(entry, value, beforeDiscounts);
        item.increaseChanged(entry);
        if (!entry.costSources().isEmpty()) {
            item.mark(entry);
        }
    }

    /** The inventory posting group stays that of the entry; the rest is what the invoice says. */
    private PostingGroups groups() {
        var last = entry.values().stream().filter(value -> value.entry().isDirect()).reduce((_, later) -> later);
        return last.map(value -> line.groups().withInventory(value.entry().groups().inventory()))
                .orElse(line.groups());
    }

    private boolean isValuedByAverage() {
        return entry.values().stream().anyMatch(BookedValue::isValuedByAverageCost);
    }

    private void changeState() {
        var state = entry.state();
        var invoiced = state.invoiced().plus(line.quantity());
        item.book().change(entry, state.invoiced(invoiced, invoiced.equals(entry.quantity()), line.postingDate()));
    }

    private boolean isLastPart() {
        return entry.state().invoiced().plus(line.quantity()).equals(entry.quantity());
    }

    private Amount expectedReversal() {
        var soFar = Amount.ZERO;
        var original = Amount.ZERO;
        for (var value : entry.values()) {
            if (value.entry().type() != ValueEntryType.REVALUATION) {
                soFar = soFar.plus(value.entry().cost().expected());
                original = original.plus(originalExpected(value.entry()));
            }
        }
        return isLastPart() ? soFar.negated() : original.share(line.quantity(), entry.quantity()).negated();
    }

    private static Amount originalExpected(ValueEntry value) {
        return value.expectedCost() && !value.adjustment() ? value.cost().expected() : Amount.ZERO;
    }

    private Trade expectedTradeReversal() {
        var sales = new Expected(Amount.ZERO, Amount.ZERO);
        var purchase = new Expected(Amount.ZERO, Amount.ZERO);
        for (var value : entry.values()) {
            sales = sales.plus(value.entry(), value.entry().trade().salesExpected());
            purchase = purchase.plus(value.entry(), value.entry().trade().purchaseExpected());
        }
        return new Trade(
                Amount.ZERO,
                sales.reversal(isLastPart(), line.quantity(), entry.quantity()),
                Amount.ZERO,
                purchase.reversal(isLastPart(), line.quantity(), entry.quantity()),
                Amount.ZERO);
    }

    /** A revaluation of goods not yet invoiced was expected too; the invoice takes its share back (spec: costing, section 8). */
    private void reverseExpectedRevaluation() {
        for (var value : List.copyOf(entry.values())) {
            var revaluation = value.entry();
            if (revaluation.type() == ValueEntryType.REVALUATION
                    && revaluation.appliesTo().isNone()
                    && !revaluation.cost().expected().isZero()) {
                reverse(revaluation, value.valuationDate());
            }
        }
    }

    private void reverse(ValueEntry revaluation, LocalDate valuationDate) {
        var left = revaluation.cost().expected();
        for (var value : entry.values()) {
            if (value.entry().appliesTo().equals(revaluation.no())) {
                left = left.plus(value.entry().cost().expected());
            }
        }
        var whole = revaluation.cost().actual().plus(revaluation.cost().expected());
        var back = entry.isFullyInvoiced() ? left : whole.share(line.quantity(), entry.quantity());
        if (!back.isZero()) {
            var draft = new ValueDraft(entry, line.postingDate(), groups(), line.origin())
                    .type(ValueEntryType.REVALUATION)
                    .valued(revaluation.valuedQuantity())
                    .partialRevaluation(revaluation.partialRevaluation())
                    .costPerUnit(back.negated().per(revaluation.valuedQuantity()))
                    .cost(Cost.expected(back.negated()))
                    .appliesTo(revaluation.no());
            item.write(draft, valuationDate, false);
        }
    }

    private DirectCost directCost() {
        if (entry.entry().type() == EntryType.PURCHASE && entry.isIncrease()) {
            var direct = line.cost().direct();
            var plain = Overhead.isNone(item, line.cost()) && !item.isStandard();
            return new DirectCost(direct, plain ? line.cost().unitCost() : direct.per(line.quantity()), true);
        }
        return DirectCost.provisional(unitCost(), line.quantity());
    }

    private UnitCost unitCost() {
        if (entry.entry().withoutValue()) {
            return UnitCost.ZERO;
        }
        return item.isStandard() && item.facts().isStocked() && entry.costSources().isEmpty() && entry.state().appliesTo().isNone()
                ? item.standardCost(entry.place())
                : line.cost().unitCost();
    }

    /** What was expected at first and what of it is still expected. */
    private record Expected(Amount original, Amount left) {
        Expected plus(ValueEntry value, Amount amount) {
            return new Expected(value.expectedCost() ? original.plus(amount) : original, left.plus(amount));
        }

        Amount reversal(boolean last, Quantity part, Quantity whole) {
            return last ? left.negated() : original.share(part, whole).negated();
        }
    }
}
