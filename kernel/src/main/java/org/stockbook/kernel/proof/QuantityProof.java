package org.stockbook.kernel.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.measure.Quantity;

/** Remaining quantities fit their entries (I2), their applications (I3) and the quantity on hand (I4). */
final class QuantityProof {
    private final IndexedHistory history;
    private final List<Finding> findings;

    private QuantityProof(IndexedHistory history, List<Finding> findings) {
        this.history = history;
        this.findings = findings;
    }

    static void prove(IndexedHistory history, List<Finding> findings) {
        var proof = new QuantityProof(history, findings);
        var stocked = history.history().facts().isStocked();
        for (var position = 0; position < history.size(); position++) {
            if (stocked) {
                proof.remaining(position);
            } else {
                proof.remainingIs(position, Quantity.ZERO);
            }
        }
        if (stocked) {
            proof.onHand();
        }
    }

    private void remaining(int position) {
        var quantity = history.entry(position).quantity();
        var remaining = history.state(position).remaining();
        if (!isWithin(remaining, quantity)) {
            findings.add(Finding.of(Invariant.REMAINING_WITHIN_QUANTITY, history.subject(position), quantity, remaining));
        }
        remainingIs(position, quantity.isPositive() ? quantity.plus(taken(position)) : quantity.minus(covered(position)));
    }

    private void remainingIs(int position, Quantity expected) {
        var remaining = history.state(position).remaining();
        if (!remaining.equals(expected)) {
            findings.add(Finding.of(Invariant.REMAINING_IS_NOT_APPLIED, history.subject(position), expected, remaining));
        }
    }

    private Quantity taken(int position) {
        var sum = Quantity.ZERO;
        for (var index = 0; index < history.feedingCount(position); index++) {
            sum = sum.plus(history.feeding(position, index).quantity());
        }
        return sum;
    }

    private Quantity covered(int position) {
        var sum = Quantity.ZERO;
        for (var index = 0; index < history.sourceCount(position); index++) {
            sum = sum.plus(history.source(position, index).quantity());
        }
        return sum;
    }

    private void onHand() {
        var sums = new LinkedHashMap<Subject.OfStock, Stock>();
        for (var each : history.history().entries()) {
            sums.computeIfAbsent(new Subject.OfStock(each.entry().place(), each.entry().tracking()), _ -> new Stock()).add(each);
        }
        for (Map.Entry<Subject.OfStock, Stock> sum : sums.entrySet()) {
            var stock = sum.getValue();
            if (!stock.remaining.equals(stock.quantity)) {
                findings.add(Finding.of(Invariant.ON_HAND_IS_OPEN, sum.getKey(), stock.quantity, stock.remaining));
            }
        }
    }

    /** Whether a part of a quantity is zero, or has its sign and is no larger. */
    static boolean isWithin(Quantity part, Quantity quantity) {
        return part.isZero()
                || (part.isPositive() == quantity.isPositive() && part.abs().compareTo(quantity.abs()) <= 0);
    }

    private static final class Stock {
        private Quantity quantity = Quantity.ZERO;
        private Quantity remaining = Quantity.ZERO;

        private void add(ItemHistory.Entry each) {
            quantity = quantity.plus(each.entry().quantity());
            remaining = remaining.plus(each.state().remaining());
        }
    }
}
