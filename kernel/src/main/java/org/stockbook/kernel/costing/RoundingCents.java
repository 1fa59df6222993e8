package org.stockbook.kernel.costing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** The cents that sharing leaves on an exhausted increase (spec: costing, section 6.6). */
final class RoundingCents {
    private final ItemBook book;
    private final CostFlow flow;

    RoundingCents(ItemBook book, CostFlow flow) {
        this.book = book;
        this.flow = flow;
    }

    /** What a Rounding entry has to add to this increase now; empty while it is not final. */
    Optional<Amount> missing(BookedEntry increase) {
        if (isAveraged(increase) || !isFinal(increase)) {
            return Optional.empty();
        }
        var cost = flow.of(increase);
        var left = cost.total().minus(cost.rounding());
        for (var pair : takenByDecrease(increase).entrySet()) {
            var taken = new CostFlow.Taken(increase.no(), pair.getValue());
            left = left.plus(flow.share(taken, book.entry(pair.getKey())));
        }
        var missing = left.negated().minus(cost.rounding());
        return missing.isZero() ? Optional.empty() : Optional.of(missing);
    }

    /** An average item has no roundings, except where fixed applications took an increase out of the average altogether. */
    private boolean isAveraged(BookedEntry increase) {
        return book.facts().method().isAverage()
                && (increase.feeding().isEmpty()
                        || increase.feeding().stream().anyMatch(row -> !row.carriesCost()));
    }

    private boolean isFinal(BookedEntry increase) {
        return increase.isIncrease()
                && !increase.isOpen()
                && increase.state().completelyInvoiced()
                && takenAltogether(increase).equals(increase.quantity().negated())
                && increase.feeding().stream()
                        .allMatch(row -> book.find(row.outbound())
                                .map(decrease -> decrease.state().completelyInvoiced())
                                .orElse(false));
    }

    private static Quantity takenAltogether(BookedEntry increase) {
        var sum = Quantity.ZERO;
        for (var row : increase.feeding()) {
            sum = sum.plus(row.quantity());
        }
        return sum;
    }

    private static Map<ItemLedgerEntryNo, Quantity> takenByDecrease(BookedEntry increase) {
        var taken = new LinkedHashMap<ItemLedgerEntryNo, Quantity>();
        for (var row : increase.feeding()) {
            taken.merge(row.outbound(), row.quantity(), Quantity::plus);
        }
        return taken;
    }
}
