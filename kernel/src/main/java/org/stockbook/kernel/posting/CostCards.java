package org.stockbook.kernel.posting;

import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** Keeps last direct cost and unit cost when an increase is priced (spec: costing, section 3). */
final class CostCards {
    private final ItemBook book;
    private final AverageCalculation calculation;

    CostCards(ItemPosting item) {
        this.book = item.book();
        this.calculation = item.rules().averageCost().present().calculation();
    }

    /**
     * An actual increase was posted.
     *
     * @param beforeDiscounts line amount without overhead and before line and invoice discounts
     */
    void increasePriced(BookedEntry entry, BookedValue value, Amount beforeDiscounts) {
        if (!setsLastDirectCost(entry.entry().type()) || !value.entry().cost().actual().isPositive()) {
            return;
        }
        var lastDirect = beforeDiscounts.per(value.entry().valuedQuantity());
        var invoiced = value.entry().invoicedQuantity();
        var costs = book.costs();
        costs.change(priced(costs.card(), lastDirect, wasEmpty(_ -> true, invoiced)));
        costs.stockkeepingUnit(entry.place())
                .ifPresent(card -> costs.change(entry.place(), pricedUnit(card, entry.place(), lastDirect, invoiced)));
        if (calculation == AverageCalculation.ITEM && !book.facts().method().isStandard()) {
            var unitCost = costs.card().unitCost();
            costs.stockkeepingUnits().forEach((place, card) -> costs.change(place, card.withUnitCost(unitCost)));
        }
    }

    /** A stockkeeping unit looks at its own stock where averages are kept per place; else all of them follow the item. */
    private CostCard pricedUnit(CostCard card, Place place, UnitCost lastDirect, Quantity invoiced) {
        return switch (calculation) {
            case ITEM_VARIANT_LOCATION -> priced(card, lastDirect, wasEmpty(place::equals, invoiced));
            case ITEM -> card.withLastDirectCost(lastDirect);
        };
    }

    private CostCard priced(CostCard card, UnitCost lastDirect, boolean wasEmpty) {
        var withLast = card.withLastDirectCost(lastDirect);
        var takesOver = wasEmpty && !lastDirect.isZero() && !book.facts().method().isStandard();
        return takesOver ? withLast.withUnitCost(lastDirect) : withLast;
    }

    private static boolean setsLastDirectCost(EntryType type) {
        return switch (type) {
            case PURCHASE, POSITIVE_ADJUSTMENT, OUTPUT, ASSEMBLY_OUTPUT -> true;
            case SALE, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION -> false;
        };
    }

    /** What was priced now is all that is there of invoiced stock: before it there was none. */
    private boolean wasEmpty(Predicate<Place> places, Quantity invoiced) {
        var net = netInvoiced(places);
        return invoiced.isPositive() && net.isPositive() && net.compareTo(invoiced) <= 0;
    }

    /** Net invoiced quantity, this posting included. */
    private Quantity netInvoiced(Predicate<Place> places) {
        var sum = Quantity.ZERO;
        for (var balance : book.balances()) {
            sum = places.test(balance.place()) ? sum.plus(balance.invoiced()) : sum;
        }
        for (var place : book.sums().entrySet()) {
            sum = places.test(place.getKey()) ? sum.plus(place.getValue().invoiced()) : sum;
        }
        return sum;
    }
}
