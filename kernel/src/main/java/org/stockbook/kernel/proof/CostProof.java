package org.stockbook.kernel.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Of an adjusted item: an increase that is used up and invoiced has given away exactly its cost (I8), a decrease has taken
 * exactly the shares of its sources (spec: costing, section 6.4), and an item without stock has no value (I9).
 */
final class CostProof {
    /** An exact reversal takes direct cost, overhead and variance as three rounded shares, not one (spec: costing, section 6.4, step 5). */
    private static final Amount REVERSAL_ROUNDING = Amount.ofUnscaled(2);

    private final IndexedHistory history;
    private final List<Finding> findings;
    private final Amount[] actual;
    private final Amount[] shared;
    private final boolean[] partlyRevalued;

    private CostProof(IndexedHistory history, List<Finding> findings) {
        this.history = history;
        this.findings = findings;
        actual = new Amount[history.size()];
        shared = new Amount[history.size()];
        partlyRevalued = new boolean[history.size()];
    }

    static void prove(IndexedHistory history, List<Finding> findings) {
        var proof = new CostProof(history, findings);
        proof.nothingIsWorthNothing();
        var facts = history.history().facts();
        if (facts.isStocked() && !facts.method().isAverage()) {
            for (var position = 0; position < history.size(); position++) {
                proof.sum(position);
            }
            for (var position = 0; position < history.size(); position++) {
                proof.entry(position);
            }
        }
    }

    private void nothingIsWorthNothing() {
        var value = Amount.ZERO;
        for (var each : history.history().values()) {
            value = value.plus(each.entry().cost().inventoriable());
        }
        if (isGone() && !value.isZero()) {
            findings.add(Finding.of(Invariant.NOTHING_IS_WORTH_NOTHING, new Subject.OfItem(history.history().facts().item()), Amount.ZERO, value));
        }
    }

    /** Cents that sharing leaves on an increase are written when it is invoiced, not before (spec: costing, section 6.6). */
    private boolean isGone() {
        for (var position = 0; position < history.size(); position++) {
            if (history.state(position).isOpen() || !history.isFullyInvoiced(position)) {
                return false;
            }
        }
        return true;
    }

    private void sum(int position) {
        actual[position] = Amount.ZERO;
        shared[position] = Amount.ZERO;
        for (var index = 0; index < history.valueCount(position); index++) {
            var value = history.value(position, index).entry();
            actual[position] = actual[position].plus(value.cost().actual());
            if (value.type() != ValueEntryType.ROUNDING && !value.isPartialRevaluation()) {
                shared[position] = shared[position].plus(ofWhole(value));
            }
            partlyRevalued[position] |= value.isPartialRevaluation();
        }
    }

    /** What the invoice has taken back of an expected revaluation is in the variance against the revalued cost (spec: costing, section 8). */
    private static Amount ofWhole(ValueEntry value) {
        return value.type() == ValueEntryType.REVALUATION ? value.cost().inventoriable() : value.cost().actual();
    }

    private void entry(int position) {
        if (!isFinal(position)) {
            return;
        }
        if (history.entry(position).isIncrease()) {
            increase(position);
        } else {
            decrease(position);
        }
    }

    private void increase(int position) {
        var given = Amount.ZERO;
        for (var index = 0; index < history.feedingCount(position); index++) {
            var application = history.feeding(position, index);
            var decrease = history.position(application.outbound());
            if (decrease == EntryPositions.NOWHERE || !isFinal(decrease)) {
                return;
            }
            given = given.plus(history.sourceCount(decrease) == 1 ? actual[decrease] : share(position, decrease, application));
        }
        if (!actual[position].equals(given.negated())) {
            findings.add(Finding.of(Invariant.COST_OUT_IS_COST_IN, history.subject(position), given.negated(), actual[position]));
        }
    }

    private void decrease(int position) {
        var taken = Amount.ZERO;
        for (var index = 0; index < history.sourceCount(position); index++) {
            var application = history.source(position, index);
            var increase = history.position(application.inbound());
            if (increase == EntryPositions.NOWHERE || !history.isFullyInvoiced(increase)) {
                return;
            }
            taken = taken.plus(share(increase, position, application));
        }
        var tolerance = isReversal(position) ? REVERSAL_ROUNDING : Amount.ZERO;
        if (actual[position].minus(taken).abs().compareTo(tolerance) > 0) {
            findings.add(Finding.of(Invariant.COST_OUT_IS_COST_IN, history.subject(position), taken, actual[position]));
        }
    }

    /** Used up or covered, and invoiced in full with all that it took from: no later posting will change its cost by itself. */
    private boolean isFinal(int position) {
        var state = history.state(position);
        return !state.isOpen() && state.completelyInvoiced() && history.isFullyInvoiced(position);
    }

    private boolean isReversal(int position) {
        var type = history.entry(position).type();
        return type == EntryType.PURCHASE || type == EntryType.OUTPUT;
    }

    /** What a decrease takes from an increase that is invoiced in full (spec: costing, section 6.4, step 1). */
    private Amount share(int increase, int decrease, ItemApplication application) {
        var quantity = history.entry(increase).quantity();
        if (!partlyRevalued[increase]) {
            return shared[increase].share(application.quantity(), quantity);
        }
        var exact = portion(shared[increase], application.quantity(), quantity);
        for (var index = 0; index < history.valueCount(increase); index++) {
            var value = history.value(increase, index);
            if (value.entry().isPartialRevaluation() && touches(value, decrease)) {
                exact = exact.add(portion(value.entry().cost().inventoriable(), application.quantity(), value.entry().valuedQuantity()));
            }
        }
        return Amount.rounded(exact);
    }

    private static BigDecimal portion(Amount amount, Quantity part, Quantity whole) {
        return amount.value().multiply(part.value()).divide(whole.value(), MathContext.DECIMAL128);
    }

    /** Whether a partial revaluation reaches a decrease (spec: costing, section 6.5). */
    private boolean touches(ItemHistory.Value revaluation, int decrease) {
        if (history.valueCount(decrease) == 0) {
            return false;
        }
        var first = history.value(decrease, 0);
        var date = latest(first.state().valuationDate(), history.entry(decrease).postingDate());
        var revalued = revaluation.state().valuationDate();
        return date.isAfter(revalued) || first.entry().no().compareTo(revaluation.entry().no()) > 0;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
