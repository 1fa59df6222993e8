package org.stockbook.kernel.costing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Values the decreases of one average pool in one period (spec: costing, section 6.7). */
final class PoolFold {
    private static final Comparator<BookedEntry> BY_NUMBER = Comparator.comparing(BookedEntry::no);

    private final ItemBook book;
    private final CostFlow flow;
    private final PoolPeriod contents;
    private final List<BookedEntry> decreases;
    private final Set<BookedEntry> derived;
    private final List<ValueEntryNo> cuts;
    private boolean changed;

    PoolFold(ItemBook book, CostFlow flow, PoolPeriod contents) {
        this.book = book;
        this.flow = flow;
        this.contents = contents;
        this.decreases = contents.entries().stream()
                .filter(entry -> entry.isDecrease() && CostFlow.isValuedByAverage(entry))
                .sorted(BY_NUMBER)
                .toList();
        this.derived = derivedFromDecreases();
        this.cuts = contents.revaluations().stream()
                .map(BookedValue::entry)
                .filter(entry -> entry.partialRevaluation())
                .map(entry -> entry.no())
                .sorted()
                .toList();
    }

    /**
     * Values the decreases in order of posting.
     *
     * @param opening quantity and value before the period
     * @return whether any cost changed
     */
    boolean run(PoolBalanceSum opening) {
        settleSources();
        if (!decreases.isEmpty()) {
            fold(opening);
            giveResidueToLastDecrease(opening);
        }
        return changed;
    }

    /**
     * Gives what comes from elsewhere the cost it left with there, and leaves the average as it is.
     *
     * @param opening quantity and value before the period
     * @return whether any cost changed
     */
    boolean passOn(PoolBalanceSum opening) {
        settleSources();
        giveResidueToLastDecrease(opening);
        return changed;
    }

    private void fold(PoolBalanceSum opening) {
        var pool = new PoolState(opening.quantity(), opening.value());
        for (var segment = 0; segment <= cuts.size(); segment++) {
            addSources(pool, segment);
            for (var decrease : decreases) {
                if (segmentOf(decrease) == segment) {
                    value(decrease, pool);
                }
            }
        }
    }

    /** A revaluation of the pool cuts the period by posting sequence: what was posted before it keeps the old average. */
    private int segmentOf(BookedEntry entry) {
        if (cuts.isEmpty() || entry.values().isEmpty()) {
            return 0;
        }
        var first = entry.values().getFirst().entry().no();
        return (int) cuts.stream().filter(cut -> cut.compareTo(first) < 0).count();
    }

    private void addSources(PoolState pool, int segment) {
        for (var entry : contents.entries()) {
            if (isSource(entry) && segmentOf(entry) == segment) {
                pool.add(entry.quantity(), costWithoutRevaluations(entry));
            } else if (derived.contains(entry) && segmentOf(entry) == segment) {
                pool.add(Quantity.ZERO, ownCost(entry));
            }
        }
        for (var revaluation : contents.revaluations()) {
            var cutsUpTo = cuts.stream().filter(cut -> cut.compareTo(revaluation.entry().no()) <= 0).count();
            if (cutsUpTo == segment) {
                pool.add(Quantity.ZERO, revaluation.inventoriable());
            }
        }
    }

    private boolean isSource(BookedEntry entry) {
        return !derived.contains(entry) && !(entry.isDecrease() && CostFlow.isValuedByAverage(entry));
    }

    private Amount costWithoutRevaluations(BookedEntry entry) {
        return AveragePools.costWithoutRevaluations(flow, entry);
    }

    private void value(BookedEntry decrease, PoolState pool) {
        var inside = isMoveInside(decrease);
        var cost = flow.of(decrease);
        var targets = new ArrayList<Amount>();
        var total = Amount.ZERO;
        for (var invoice : cost.invoices()) {
            var part = take(pool, invoice.quantity(), inside, invoice.actual(CostStream.DIRECT));
            targets.add(part);
            total = total.plus(part);
        }
        var notInvoiced = decrease.quantity().minus(decrease.state().invoiced());
        if (!notInvoiced.isZero()) {
            total = total.plus(take(pool, notInvoiced, inside, expectedPart(cost)));
        }
        changed |= cost.become(CostStream.DIRECT, total, targets);
        settleDerivedOf(decrease, inside ? new PoolState(Quantity.ZERO, Amount.ZERO) : pool);
    }

    private static Amount expectedPart(EntryCost cost) {
        var invoiced = Amount.ZERO;
        for (var invoice : cost.invoices()) {
            invoiced = invoiced.plus(invoice.actual(CostStream.DIRECT));
        }
        return cost.total().minus(invoiced);
    }

    /** The new cost of a part of a decrease, negative; its present cost where the pool has no average. */
    private static Amount take(PoolState pool, Quantity quantity, boolean inside, Amount present) {
        if (!pool.hasAverage()) {
            return present;
        }
        var taken = quantity.abs();
        return (inside ? pool.move(taken) : pool.take(taken)).negated();
    }

    /** A transfer whose receiving leg is valued in the same pool and period. */
    private boolean isMoveInside(BookedEntry decrease) {
        return decrease.entry().type() == EntryType.TRANSFER
                && decrease.costReceivers().stream()
                        .anyMatch(row -> book.find(row.owner()).map(derived::contains).orElse(false));
    }

    private void settleDerivedOf(BookedEntry decrease, PoolState pool) {
        if (derived.isEmpty()) {
            return;
        }
        for (var receiver : chainFrom(List.of(decrease))) {
            changed |= flow.settle(receiver);
            if (derived.contains(receiver)) {
                pool.add(receiver.quantity(), costWithoutRevaluations(receiver).minus(ownCost(receiver)));
            }
        }
    }

    /** Charges on an entry whose cost comes from elsewhere are a source like any other, also where the entry itself is not. */
    private Amount ownCost(BookedEntry entry) {
        return flow.of(entry).besideDocuments().minus(flow.of(entry).total()).plus(costWithoutRevaluations(entry));
    }

    /**
     * Entries whose cost comes, by applications, from decreases of this very period: they never disturb the average. Where the way leads
     * through another pool, as that of goods taken back from transit, they are derived all the same.
     */
    private Set<BookedEntry> derivedFromDecreases() {
        var linked = decreases.stream()
                .filter(decrease -> !decrease.costReceivers().isEmpty())
                .toList();
        if (linked.isEmpty()) {
            return Set.of();
        }
        var own = new HashSet<>(contents.entries());
        own.retainAll(chainFrom(linked));
        return own;
    }

    private Set<BookedEntry> chainFrom(List<BookedEntry> starts) {
        var chain = new LinkedHashSet<BookedEntry>();
        var pending = new ArrayDeque<>(starts);
        while (!pending.isEmpty()) {
            var current = pending.remove();
            for (var row : current.isDecrease() ? current.costReceivers() : current.feeding()) {
                receiverOf(row).filter(chain::add).ifPresent(pending::add);
            }
        }
        return chain;
    }

    private Optional<BookedEntry> receiverOf(ItemApplication row) {
        return row.carriesCost()
                ? book.find(row.owner()).filter(receiver -> CostFlow.isDerived(receiver))
                : Optional.empty();
    }

    /** Brings everything that takes its cost from other pools, earlier periods or fixed applications up to date. */
    private void settleSources() {
        var sources = contents.entries().stream()
                .filter(entry -> CostFlow.isDerived(entry) && !derived.contains(entry))
                .sorted(BY_NUMBER)
                .toList();
        for (var again = !sources.isEmpty(); again; ) {
            again = false;
            for (var entry : sources) {
                again |= flow.settle(entry);
            }
            changed |= again;
        }
    }

    /** Nothing left must be worth nothing: cents that remain go to the last decrease of the period. */
    private void giveResidueToLastDecrease(PoolBalanceSum opening) {
        var quantity = opening.quantity();
        var value = opening.value();
        for (var entry : contents.entries()) {
            quantity = quantity.plus(entry.quantity());
            value = value.plus(costWithoutRevaluations(entry));
        }
        for (var revaluation : contents.revaluations()) {
            value = value.plus(revaluation.inventoriable());
        }
        if (quantity.isZero() && !value.isZero() && value.abs().unscaled() <= decreases.size()) {
            var last = decreases.getLast();
            if (last.costReceivers().isEmpty()) {
                changed |= giveTo(last, value);
            }
        }
    }

    private boolean giveTo(BookedEntry last, Amount residue) {
        var cost = flow.of(last);
        var targets = new ArrayList<Amount>();
        cost.invoices().forEach(invoice -> targets.add(invoice.actual(CostStream.DIRECT)));
        if (last.isFullyInvoiced()) {
            targets.set(targets.size() - 1, targets.getLast().minus(residue));
        }
        return cost.become(CostStream.DIRECT, cost.total().minus(residue), targets);
    }
}
