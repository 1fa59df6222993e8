package org.stockbook.kernel.posting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;

/** Indirect cost and purchase variance that come with the price of an increase (spec: ledger, section 5.2; costing, section 4). */
final class Overhead {
    private final ItemPosting item;
    private final BookedEntry entry;
    private final LineCost cost;
    private final Quantity quantity;

    /**
     * Overhead on an invoice.
     *
     * @param quantity what the invoice prices, above zero
     */
    Overhead(ItemPosting item, BookedEntry entry, LineCost cost, Quantity quantity) {
        this.item = item;
        this.entry = entry;
        this.cost = cost;
        this.quantity = quantity;
    }

    static boolean isNone(ItemPosting item, LineCost cost) {
        return percentage(item, cost).isZero() && rate(item, cost).isZero();
    }

    private static Percentage percentage(ItemPosting item, LineCost cost) {
        return item.isStandard() ? item.facts().indirectCost() : cost.indirectCost();
    }

    private static UnitCost rate(ItemPosting item, LineCost cost) {
        return item.isStandard() ? item.facts().overheadRate() : cost.overheadRate();
    }

    /** Writes the Indirect Cost entry and, on standard items, the Variance entry that follow a direct cost. */
    void write(Amount direct, Price price) {
        var overhead = amount(direct);
        if (!overhead.isZero()) {
            var draft = new ValueDraft(entry, price.postingDate(), price.groups(), price.origin())
                    .type(ValueEntryType.INDIRECT_COST)
                    .valued(quantity)
                    .costPerUnit(overhead.per(quantity))
                    .cost(Cost.actual(overhead));
            item.write(draft, price.valuationDate(), false);
        }
        writeVariance(direct.plus(overhead), price);
    }

    private Amount amount(Amount direct) {
        if (entry.entry().type() != EntryType.PURCHASE && entry.entry().type() != EntryType.ASSEMBLY_OUTPUT) {
            return Amount.ZERO;
        }
        var rate = rate(item, cost).value().multiply(quantity.value());
        return Amount.rounded(percentage(item, cost).of(direct.value()).add(rate));
    }

    private void writeVariance(Amount actual, Price price) {
        if (!item.isStandard() || entry.entry().type() != EntryType.PURCHASE) {
            return;
        }
        var standard = standardValue();
        var variance = Amount.rounded(standard).minus(actual);
        if (!variance.isZero()) {
            var draft = new ValueDraft(entry, price.postingDate(), price.groups(), price.origin())
                    .purchaseVariance()
                    .valued(quantity)
                    .costPerUnit(perUnit(standard.subtract(actual.value())))
                    .cost(Cost.actual(variance));
            item.write(draft, price.valuationDate(), false);
        }
    }

    /** The unit cost that a variance shows is that of its amount before rounding (spec: ledger, section 3). */
    private UnitCost perUnit(BigDecimal exact) {
        return UnitCost.rounded(exact.divide(quantity.value(), MathContext.DECIMAL128));
    }

    /**
     * At the standard cost of the card, or at that to which the receipt was revalued before its invoice (spec: costing, 13.10). What was
     * invoiced before the revaluation was revalued with it: the whole amount is that of the whole receipt.
     */
    private BigDecimal standardValue() {
        var receivedAt = Amount.ZERO;
        var revalued = Amount.ZERO;
        for (var value : entry.values()) {
            var posted = value.entry();
            if (posted.type() == ValueEntryType.REVALUATION && posted.appliesTo().isNone() && !posted.cost().expected().isZero()) {
                revalued = revalued.plus(posted.cost().actual()).plus(posted.cost().expected());
            } else if (posted.expectedCost()) {
                receivedAt = receivedAt.plus(posted.cost().expected());
            }
        }
        return revalued.isZero()
                ? quantity.value().multiply(item.standardCost(entry.place()).value())
                : receivedAt.plus(revalued).share(quantity, entry.quantity()).value();
    }

    /** What overhead and variance entries share with the direct cost that they follow. */
    record Price(LocalDate postingDate, PostingGroups groups, Origin origin, LocalDate valuationDate) {}
}
