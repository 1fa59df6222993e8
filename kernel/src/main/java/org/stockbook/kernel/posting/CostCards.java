package org.stockbook.kernel.posting;

import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** Keeps last direct cost and unit cost when an increase is priced (spec: costing, section 3). */
final class CostCards {
    private final ItemBook book;

    CostCards(ItemBook book) {
        this.book = book;
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
        var wasEmpty = invoiced.isPositive() && isLessOrEqual(netInvoiced(), invoiced);
        var costs = book.costs();
        costs.change(priced(costs.card(), lastDirect, wasEmpty));
        costs.stockkeepingUnit(entry.place())
                .ifPresent(card -> costs.change(entry.place(), priced(card, lastDirect, wasEmpty)));
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

    private static boolean isLessOrEqual(Quantity net, Quantity invoiced) {
        return net.isPositive() && net.compareTo(invoiced) <= 0;
    }

    /** Net invoiced quantity of the item, this posting included. */
    private Quantity netInvoiced() {
        var sum = Quantity.ZERO;
        for (var balance : book.balances()) {
            sum = sum.plus(balance.invoiced());
        }
        for (var entry : book.entries()) {
            sum = sum.plus(entry.state().invoiced());
        }
        return sum;
    }
}
