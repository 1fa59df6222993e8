package org.stockbook.kernel.costing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * What an entry takes from the entries that its cost comes from, by recorded applications (spec: costing, section 6.4).
 * Knows every entry it has looked at with its pending cost.
 */
final class CostFlow {
    private final ItemBook book;
    private final Map<ItemLedgerEntryNo, EntryCost> costs = new HashMap<>();

    CostFlow(ItemBook book) {
        this.book = book;
    }

    EntryCost of(BookedEntry entry) {
        return costs.computeIfAbsent(entry.no(), _ -> new EntryCost(entry));
    }

    EntryCost of(ItemLedgerEntryNo no) {
        return of(book.entry(no));
    }

    Collection<EntryCost> visited() {
        return costs.values();
    }

    /** Whether the cost of an entry follows applications, and not an average or a document of its own. */
    static boolean isDerived(BookedEntry entry) {
        return entry.isIncrease()
                ? !entry.costSources().isEmpty()
                : entry.sources().stream().anyMatch(ItemApplication::carriesCost) && !isValuedByAverage(entry);
    }

    static boolean isValuedByAverage(BookedEntry entry) {
        return entry.values().stream().anyMatch(value -> value.isValuedByAverageCost());
    }

    /**
     * Recomputes an entry whose cost follows applications.
     *
     * @return whether its cost changed
     */
    boolean settle(BookedEntry entry) {
        if (entry.isIncrease()) {
            return of(entry).become(costOfIncrease(entry));
        }
        return isExactReversal(entry) ? settleExactReversal(entry) : of(entry).become(costOfDecrease(entry));
    }

    /** The cost of a decrease from all its sources; what is not covered keeps its provisional unit cost. Negative. */
    Amount costOfDecrease(BookedEntry decrease) {
        var sum = uncoveredCost(decrease);
        for (var source : takenFrom(decrease)) {
            sum = sum.plus(share(source, decrease));
        }
        return sum;
    }

    private Amount uncoveredCost(BookedEntry decrease) {
        var uncovered = decrease.remaining();
        return uncovered.isZero() || decrease.values().isEmpty()
                ? Amount.ZERO
                : uncovered.at(decrease.values().getFirst().entry().costPerUnit());
    }

    /**
     * The share of an increase's cost that one of its decreases carries, negative; rounded once, with the revaluations of what was left
     * that reach the decrease (spec: costing, sections 6.4 and 6.5).
     */
    Amount share(Taken source, BookedEntry receiver) {
        var increase = of(source.increase());
        var revalued = revalued(increase, source, receiver);
        return isExactReversal(receiver)
                ? sumOfStreams(increase, revalued, source)
                : shareOf(increase.wholeCost(), revalued, increase, source);
    }

    private BigDecimal revalued(EntryCost increase, Taken source, BookedEntry receiver) {
        var exact = BigDecimal.ZERO;
        for (var revaluation : increase.partialRevaluations()) {
            if (touches(revaluation, receiver)) {
                exact = exact.add(exactly(revaluation.cost().inventoriable(), source.quantity(), revaluation.valuedQuantity()));
            }
        }
        return exact;
    }

    private static BigDecimal exactly(Amount amount, Quantity part, Quantity whole) {
        return amount.value().multiply(part.value()).divide(whole.value(), MathContext.DECIMAL128);
    }

    /** An exact reversal carries direct cost, indirect cost and variance separately, each rounded on its own. */
    private static Amount sumOfStreams(EntryCost increase, BigDecimal revalued, Taken source) {
        var indirect = increase.wholeCost(CostStream.INDIRECT);
        var variance = increase.wholeCost(CostStream.VARIANCE);
        return shareOf(increase.wholeCost().minus(indirect).minus(variance), revalued, increase, source)
                .plus(shareOf(indirect, BigDecimal.ZERO, increase, source))
                .plus(shareOf(variance, BigDecimal.ZERO, increase, source));
    }

    private static Amount shareOf(Amount whole, BigDecimal revalued, EntryCost increase, Taken source) {
        var quantity = increase.booked().quantity();
        return revalued.signum() == 0
                ? whole.share(source.quantity(), quantity)
                : Amount.rounded(exactly(whole, source.quantity(), quantity).add(revalued));
    }

    /** A revaluation of what was left on a date touches what left later, by posting or by date (spec: costing, section 6.5). */
    private boolean touches(ValueEntry revaluation, BookedEntry decrease) {
        if (decrease.values().isEmpty() || decrease.values().getFirst().entry().no().compareTo(revaluation.no()) > 0) {
            return true;
        }
        var revaluedOn = book.value(revaluation.no()).valuationDate();
        var valued = decrease.valuationDate();
        return (valued.isAfter(decrease.postingDate()) ? valued : decrease.postingDate()).isAfter(revaluedOn);
    }

    /** The sources of a decrease with the quantities taken, one per increase: chunks of a pair count together. */
    static List<Taken> takenFrom(BookedEntry decrease) {
        var rows = decrease.sources();
        if (rows.size() == 1) {
            var row = rows.getFirst();
            return row.carriesCost() ? List.of(new Taken(row.inbound(), row.quantity())) : List.of();
        }
        var taken = new ArrayList<Taken>(rows.size());
        for (var row : rows) {
            if (row.carriesCost()) {
                merge(taken, row);
            }
        }
        return taken;
    }

    private static void merge(List<Taken> taken, ItemApplication row) {
        for (var i = 0; i < taken.size(); i++) {
            if (taken.get(i).increase().equals(row.inbound())) {
                taken.set(i, new Taken(row.inbound(), taken.get(i).quantity().plus(row.quantity())));
                return;
            }
        }
        taken.add(new Taken(row.inbound(), row.quantity()));
    }

    private Amount costOfIncrease(BookedEntry increase) {
        var sum = Amount.ZERO;
        for (var row : increase.costSources()) {
            sum = sum.plus(row.transferredFrom().isPresent() ? costOfTransferLeg(row) : costOfReturn(row));
        }
        return sum;
    }

    private Amount costOfTransferLeg(ItemApplication row) {
        var chunk = new Taken(row.transferredFrom(), row.quantity());
        return share(chunk, book.entry(row.outbound()));
    }

    private Amount costOfReturn(ItemApplication row) {
        var decrease = of(row.outbound());
        return decrease.total().share(row.quantity(), decrease.booked().quantity());
    }

    private static boolean isExactReversal(BookedEntry entry) {
        if (entry.state().appliesTo().isNone()) {
            return false;
        }
        return switch (entry.entry().type()) {
            case PURCHASE, OUTPUT -> true;
            case SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT ->
                false;
        };
    }

    /** Indirect cost and variance are split off what is invoiced; what is only expected stays one amount (spec: reconciliation, section 3). */
    private boolean settleExactReversal(BookedEntry decrease) {
        var changed = false;
        var whole = costOfDecrease(decrease);
        var direct = whole;
        for (var stream : List.of(CostStream.INDIRECT, CostStream.VARIANCE)) {
            var part = streamOf(decrease, stream);
            direct = direct.minus(part);
            changed |= of(decrease).become(stream, part);
        }
        return of(decrease).becomeDirect(whole, direct) || changed;
    }

    private Amount streamOf(BookedEntry decrease, CostStream stream) {
        var sum = Amount.ZERO;
        for (var source : takenFrom(decrease)) {
            var increase = of(source.increase());
            sum = sum.plus(increase.wholeCost(stream).share(source.quantity(), increase.booked().quantity()));
        }
        return sum;
    }

    /** A quantity taken from an increase: negative for a decrease, positive for a transfer leg. */
    record Taken(ItemLedgerEntryNo increase, Quantity quantity) {}
}
