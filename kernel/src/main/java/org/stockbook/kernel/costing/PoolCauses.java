package org.stockbook.kernel.costing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.CostExplanation.Event;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * What stands behind an average: what was on hand before the period and what came in during it, each with its share by value
 * (spec: costing, section 6.7).
 */
final class PoolCauses {
    /** More causes than this are shown as one. */
    private static final int MOST = 20;

    private final ItemBook book;
    private final CostFlow flow;
    private final AverageCostPolicy policy;

    PoolCauses(ItemBook book, CostFlow flow, AverageCostPolicy policy) {
        this.book = book;
        this.flow = flow;
        this.policy = policy;
    }

    /** The average at which a decrease was valued. */
    Node of(BookedEntry decrease, Quantity quantity, Amount amount) {
        var date = decrease.valuationDate();
        return node(policy.poolOf(decrease.place(), date), policy.periodOf(date), quantity, amount);
    }

    /** The average at which all stock stands: that of the last period in which something happened. */
    Node ofStock(Quantity quantity, Amount amount) {
        var last = book.entries().stream().map(BookedEntry::valuationDate).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        return node(Place.BLANK, policy.periodOf(last), quantity.max(Quantity.ZERO), amount);
    }

    /** What came to the pool, and when. */
    private record Source(Event event, LocalDate date, Quantity quantity, Amount value) {}

    private Node node(Place pool, Period period, Quantity quantity, Amount amount) {
        var sources = sources(pool, period);
        var whole = Quantity.ZERO;
        var value = Amount.ZERO;
        for (var source : sources) {
            whole = whole.plus(source.quantity());
            value = value.plus(source.value());
        }
        return new Node(
                new Event.Averaged(pool, period, whole, value), quantity, amount, Known.AT_POSTING,
                value.isZero() ? List.of() : largest(shares(sources, new Source(new Event.Rest(), period.first(), whole, value), quantity, amount)));
    }

    /** Shares by value that sum to the amount, because each is the difference of two rounded sums. */
    private static List<Node> shares(List<Source> sources, Source all, Quantity quantity, Amount amount) {
        var nodes = new ArrayList<Node>();
        var soFar = Amount.ZERO;
        var given = Amount.ZERO;
        for (var source : sources) {
            soFar = soFar.plus(source.value());
            var upTo = amount.times(soFar, all.value());
            nodes.add(new Node(source.event(), part(source.quantity(), all.quantity(), quantity), upTo.minus(given), Known.AT_POSTING, List.of()));
            given = upTo;
        }
        return nodes;
    }

    private static Quantity part(Quantity of, Quantity whole, Quantity quantity) {
        return whole.isZero()
                ? Quantity.ZERO
                : Quantity.rounded(of.value().multiply(quantity.value()).divide(whole.value(), Quantity.SCALE, RoundingMode.HALF_UP));
    }

    private List<Source> sources(Place pool, Period period) {
        var quantity = Quantity.ZERO;
        var value = Amount.ZERO;
        var inPeriod = new ArrayList<Source>();
        var decreases = new HashSet<>(book.entries().stream().filter(BookedEntry::isDecrease).map(BookedEntry::no).toList());
        for (var entry : book.entries()) {
            if (!belongs(pool, entry, period)) {
                continue;
            }
            if (entry.valuationDate().isBefore(period.first())) {
                quantity = quantity.plus(entry.quantity());
                value = value.plus(AveragePools.costWithoutRevaluations(flow, entry));
            } else if (entry.isIncrease() && !entry.valuationDate().isAfter(period.last())
                    && entry.costSources().stream().noneMatch(row -> decreases.contains(row.outbound()) && sameCause(row.outbound(), pool, period))) {
                inPeriod.add(source(entry));
            }
            for (var revaluation : entry.values()) {
                if (revaluation.entry().type() == ValueEntryType.REVALUATION && revaluation.valuationDate().isBefore(period.first())) {
                    value = value.plus(revaluation.inventoriable());
                } else if (revaluation.entry().type() == ValueEntryType.REVALUATION && !revaluation.valuationDate().isAfter(period.last())) {
                    var row = revaluation.entry();
                    inPeriod.add(new Source(
                            new Event.Valued(row.no(), row.type(), false, row.charge(), row.postingDate(), revaluation.inventoriable(), row.origin()),
                            revaluation.valuationDate(), Quantity.ZERO, revaluation.inventoriable()));
                }
            }
        }
        inPeriod.sort(Comparator.comparing(Source::date));
        if (!quantity.isZero() || !value.isZero()) {
            inPeriod.addFirst(new Source(new Event.Opening(period.first(), quantity, value), period.first(), quantity, value));
        }
        return inPeriod;
    }

    /** What returns in the period in which it left, or moves within the pool, does not change the average. */
    private boolean sameCause(ItemLedgerEntryNo decrease, Place pool, Period period) {
        return book.find(decrease)
                .filter(entry -> belongs(pool, entry, period) && CostFlow.isValuedByAverage(entry))
                .filter(entry -> !entry.valuationDate().isBefore(period.first()) && !entry.valuationDate().isAfter(period.last()))
                .isPresent();
    }

    private boolean belongs(Place pool, BookedEntry entry, Period period) {
        return !entry.values().isEmpty() && (pool.equals(Place.BLANK) || policy.poolOf(entry.place(), period.first()).equals(pool));
    }

    private Source source(BookedEntry entry) {
        var row = entry.entry();
        return new Source(
                new Event.Moved(row.no(), row.type(), row.place(), row.postingDate(), row.quantity(), row.origin()),
                entry.valuationDate(), entry.quantity(), AveragePools.costWithoutRevaluations(flow, entry));
    }

    /** The largest causes in their order, the others as one. */
    static List<Node> largest(List<Node> causes) {
        if (causes.size() <= MOST) {
            return causes;
        }
        var large = new HashSet<>(causes.stream().sorted(Comparator.comparing((Node cause) -> cause.amount().abs()).reversed()).limit(MOST - 1).toList());
        var quantity = Quantity.ZERO;
        var amount = Amount.ZERO;
        var shown = new ArrayList<Node>();
        var others = 0;
        for (var cause : causes) {
            if (large.remove(cause)) {
                shown.add(cause);
            } else {
                quantity = quantity.plus(cause.quantity());
                amount = amount.plus(cause.amount());
                others++;
            }
        }
        shown.add(new Node(new Event.Others(others), quantity, amount, Known.AT_POSTING, List.of()));
        return shown;
    }
}
