package org.stockbook.kernel.costing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.PoolBalance;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * Values the decreases of an average item period by period, from the first one that is not final (spec: costing, section 6.7).
 */
final class AveragePools {
    /** How often pools that exchange goods in a circle within one period are gone through. */
    private static final int ROUNDS = 50;

    private final ItemBook book;
    private final CostFlow flow;
    private final AverageCostPolicy policy;
    private final NavigableMap<LocalDate, Map<Place, PoolPeriod>> periods = new TreeMap<>();
    private final Map<Place, PoolBalanceSum> running = new HashMap<>();
    private final Set<BookedEntry> leftOut;

    AveragePools(ItemBook book, CostFlow flow, AverageCostPolicy policy) {
        this.book = book;
        this.flow = flow;
        this.policy = policy;
        this.leftOut = uncoveredAndDerived();
        book.entries().forEach(this::place);
        book.balances().forEach(balance -> running.merge(
                balance.place(), new PoolBalanceSum(balance.quantity(), balance.value()), PoolBalanceSum::plus));
    }

    /**
     * Brings every period from the given date on up to date; earlier ones only count as opening balance.
     *
     * @param until last day of the last period that is brought up to date
     */
    void run(LocalDate from, LocalDate until) {
        var firstPeriod = policy.periodOf(from).first();
        var before = calculationOfBalances();
        for (var period : periods.headMap(until, true).entrySet()) {
            var calculation = policy.ruleOn(period.getKey()).calculation();
            if (before == AverageCalculation.ITEM && calculation == AverageCalculation.ITEM_VARIANT_LOCATION) {
                shareByQuantity();
            }
            before = calculation;
            if (!period.getKey().isBefore(firstPeriod)) {
                foldPools(period.getValue(), calculation);
            }
            period.getValue().values().forEach(this::close);
        }
    }

    /** How the openings were averaged that stand for what is not loaded. */
    private AverageCalculation calculationOfBalances() {
        return book.balances().stream()
                .map(PoolBalance::valuationDate)
                .max(LocalDate::compareTo)
                .map(last -> policy.ruleOn(last).calculation())
                .orElse(AverageCalculation.ITEM_VARIANT_LOCATION);
    }

    private void place(BookedEntry entry) {
        if (!entry.values().isEmpty()) {
            poolPeriod(entry.place(), entry.valuationDate()).add(entry);
        }
        for (var value : entry.values()) {
            if (value.entry().type() == ValueEntryType.REVALUATION) {
                poolPeriod(entry.place(), value.valuationDate()).addRevaluation(value);
            }
        }
    }

    private PoolPeriod poolPeriod(Place place, LocalDate date) {
        return periods.computeIfAbsent(policy.periodOf(date).first(), _ -> new TreeMap<>())
                .computeIfAbsent(policy.poolOf(place, date), _ -> new PoolPeriod());
    }

    private void foldPools(Map<Place, PoolPeriod> pools, AverageCalculation calculation) {
        var order = pools.size() == 1 ? List.of(List.copyOf(pools.keySet())) : inOrderOfExchange(pools);
        for (var circle : order) {
            if (circle.size() == 1) {
                each(circle, pools, calculation, PoolFold::run);
            } else {
                startTogether(circle, pools, calculation);
                foldCircle(circle, pools, calculation);
            }
        }
    }

    /** Pools in a circle are valued in turn until nothing changes; where a cent goes round for ever, it stays at last where goods arrived. */
    private void foldCircle(List<Place> circle, Map<Place, PoolPeriod> pools, AverageCalculation calculation) {
        for (var round = 0; round < ROUNDS; round++) {
            if (!each(circle, pools, calculation, PoolFold::run)) {
                return;
            }
        }
        for (var round = 0; round < ROUNDS && each(circle, pools, calculation, PoolFold::passOn); round++) {}
    }

    private boolean each(
            List<Place> circle, Map<Place, PoolPeriod> pools, AverageCalculation calculation, BiPredicate<PoolFold, PoolBalanceSum> step) {
        var changed = false;
        for (var pool : circle) {
            var contents = Objects.requireNonNull(pools.get(pool));
            changed |= step.test(new PoolFold(book, flow, contents), opening(pool, calculation));
        }
        return changed;
    }

    /**
     * Goods that go round between pools make each average depend on the others, and cents leave more than one answer. Which of them is found
     * must not depend on what earlier runs have posted: the way to it begins where the pools are one, at the average of all that they
     * had or got from outside. What no increase covers yet has no part in that.
     */
    private void startTogether(List<Place> circle, Map<Place, PoolPeriod> pools, AverageCalculation calculation) {
        var contents = new PoolPeriod();
        var opening = PoolBalanceSum.ZERO;
        for (var pool : circle) {
            var part = Objects.requireNonNull(pools.get(pool));
            part.entries().stream().filter(entry -> entry.isIncrease() || !entry.isOpen()).forEach(contents::add);
            part.revaluations().forEach(contents::addRevaluation);
            opening = opening.plus(opening(pool, calculation));
        }
        new PoolFold(book, flow, contents).run(opening);
    }

    private PoolBalanceSum opening(Place pool, AverageCalculation calculation) {
        return switch (calculation) {
            case ITEM -> running.values().stream().reduce(PoolBalanceSum.ZERO, PoolBalanceSum::plus);
            case ITEM_VARIANT_LOCATION -> running.getOrDefault(pool, PoolBalanceSum.ZERO);
        };
    }

    private void close(PoolPeriod contents) {
        for (var entry : contents.entries()) {
            if (!leftOut.contains(entry)) {
                running.merge(
                        entry.place(),
                        new PoolBalanceSum(entry.quantity(), costWithoutRevaluations(flow, entry)),
                        PoolBalanceSum::plus);
            }
        }
        for (var revaluation : contents.revaluations()) {
            var entry = book.entry(revaluation.entry().itemLedgerEntry());
            running.merge(
                    entry.place(),
                    PoolBalanceSum.ZERO.plus(Quantity.ZERO, revaluation.inventoriable()),
                    PoolBalanceSum::plus);
        }
    }

    static Amount costWithoutRevaluations(CostFlow flow, BookedEntry entry) {
        var cost = flow.of(entry).total();
        for (var value : entry.values()) {
            if (value.entry().type() == ValueEntryType.REVALUATION) {
                cost = cost.minus(value.inventoriable());
            }
        }
        return cost;
    }

    /** From now on each place has an average of its own: it starts with its share, by quantity, of the item's value. */
    private void shareByQuantity() {
        var whole = running.values().stream().reduce(PoolBalanceSum.ZERO, PoolBalanceSum::plus);
        var restQuantity = whole.quantity();
        var restValue = whole.value();
        for (var place : List.copyOf(new TreeMap<>(running).keySet())) {
            var quantity = running.getOrDefault(place, PoolBalanceSum.ZERO).quantity();
            var share = restQuantity.isZero() ? Amount.ZERO : restValue.share(quantity, restQuantity);
            running.put(place, new PoolBalanceSum(quantity, share));
            restQuantity = restQuantity.minus(quantity);
            restValue = restValue.minus(share);
        }
    }

    /** Decreases that no increase covers yet, and what takes its cost from them, are no part of later averages. */
    private Set<BookedEntry> uncoveredAndDerived() {
        var out = new HashSet<BookedEntry>();
        var pending = new ArrayDeque<BookedEntry>();
        book.entries().stream().filter(entry -> entry.isDecrease() && entry.isOpen()).forEach(pending::add);
        while (!pending.isEmpty()) {
            var current = pending.remove();
            if (out.add(current)) {
                for (var row : current.isDecrease() ? current.costReceivers() : current.feeding()) {
                    if (row.carriesCost()) {
                        book.find(row.owner()).filter(CostFlow::isDerived).ifPresent(pending::add);
                    }
                }
            }
        }
        return out;
    }

    /** Pools that give goods to others in the period come first; those that give to each other in a circle stand together. */
    private List<List<Place>> inOrderOfExchange(Map<Place, PoolPeriod> pools) {
        var inPeriod = new HashSet<BookedEntry>();
        pools.values().forEach(contents -> inPeriod.addAll(contents.entries()));
        var waiting = new TreeMap<Place, Set<Place>>();
        pools.forEach((pool, contents) -> waiting.put(pool, givers(pool, contents, inPeriod)));
        var order = new ArrayList<List<Place>>();
        while (!waiting.isEmpty()) {
            var next = waiting.keySet().stream()
                    .filter(pool -> Collections.disjoint(waiting.getOrDefault(pool, Set.of()), waiting.keySet()))
                    .findFirst()
                    .map(List::of)
                    .orElseGet(() -> circle(waiting));
            next.forEach(waiting::remove);
            order.add(next);
        }
        return order;
    }

    /** Pools that get goods from each other and from no other that waits: the fewest that all the goods of some pool come from. */
    private static List<Place> circle(NavigableMap<Place, Set<Place>> waiting) {
        return waiting.keySet().stream()
                .map(pool -> whereGoodsComeFrom(pool, waiting))
                .min(Comparator.comparingInt(Set::size))
                .map(List::copyOf)
                .orElseThrow();
    }

    private static Set<Place> whereGoodsComeFrom(Place pool, Map<Place, Set<Place>> waiting) {
        var from = new TreeSet<Place>();
        var pending = new ArrayDeque<>(waiting.getOrDefault(pool, Set.of()));
        while (!pending.isEmpty()) {
            var giver = pending.remove();
            if (waiting.containsKey(giver) && from.add(giver)) {
                pending.addAll(waiting.getOrDefault(giver, Set.of()));
            }
        }
        return from;
    }

    private Set<Place> givers(Place pool, PoolPeriod contents, Set<BookedEntry> inPeriod) {
        var givers = new HashSet<Place>();
        for (var entry : contents.entries()) {
            for (var row : entry.costSources()) {
                book.find(row.outbound())
                        .filter(inPeriod::contains)
                        .map(BookedEntry::place)
                        .filter(place -> !place.equals(pool))
                        .ifPresent(givers::add);
            }
        }
        return givers;
    }
}
