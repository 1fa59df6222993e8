package org.stockbook.kernel.costing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.DecreaseOutside;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.PoolBalance;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.UnitCost;

/** Keeps the unit cost of an item and its stockkeeping units after an adjustment (spec: costing, section 3). */
final class UnitCosts {
    private static final Comparator<DecreaseOutside> BY_DATE_PLACE_AND_NUMBER = Comparator.comparing(DecreaseOutside::valuationDate)
            .thenComparing(decrease -> decrease.place().location())
            .thenComparing(decrease -> decrease.place().variant())
            .thenComparing(DecreaseOutside::no);
    private static final Comparator<DecreaseOutside> AVERAGE_LAST =
            Comparator.comparing(DecreaseOutside::byAverage).thenComparing(BY_DATE_PLACE_AND_NUMBER);

    private final ItemBook book;
    private final AverageCalculation calculation;

    UnitCosts(ItemBook book, AverageCalculation calculation) {
        this.book = book;
        this.calculation = calculation;
    }

    void update() {
        var costs = book.costs();
        if (!book.facts().method().isStandard()) {
            present(_ -> true, false).ifPresent(cost -> costs.change(costs.card().withUnitCost(cost)));
            costs.stockkeepingUnits().forEach((place, card) -> unitCostOf(place)
                    .ifPresent(cost -> costs.change(place, card.withUnitCost(cost))));
        }
    }

    private Optional<UnitCost> unitCostOf(Place place) {
        return switch (calculation) {
            case ITEM -> Optional.of(book.costs().card().unitCost());
            case ITEM_VARIANT_LOCATION -> present(place::equals, true);
        };
    }

    private Optional<UnitCost> present(Predicate<Place> places, boolean countUncovered) {
        var stock = sum(places, countUncovered);
        if (stock.quantity().isPositive()) {
            return costPerUnit(stock, places).filter(cost -> !cost.isZero());
        }
        return stock.quantity().isZero() && nothingOpen(places)
                ? lastDecrease(places).map(DecreaseOutside::perUnit).filter(cost -> !cost.isZero())
                : Optional.empty();
    }

    private PoolBalanceSum sum(Predicate<Place> places, boolean countUncovered) {
        var sum = PoolBalanceSum.ZERO;
        for (var balance : book.balances()) {
            sum = places.test(balance.place()) ? add(sum, balance) : sum;
        }
        for (var entry : book.entries()) {
            if (places.test(entry.place()) && (countUncovered || !isUncovered(entry))) {
                sum = sum.plus(entry.quantity(), entry.cost().inventoriable());
            }
        }
        return sum;
    }

    private static PoolBalanceSum add(PoolBalanceSum sum, PoolBalance balance) {
        return sum.plus(balance.quantity(), balance.value());
    }

    private static boolean isUncovered(BookedEntry entry) {
        return entry.isDecrease() && entry.isOpen();
    }

    /** A stock worth one cent would make an absurd unit cost: then the unrounded cost of the open layers counts. */
    private Optional<UnitCost> costPerUnit(PoolBalanceSum stock, Predicate<Place> places) {
        if (stock.value().isNegative()) {
            return Optional.empty();
        }
        if (stock.value().unscaled() != 1) {
            return Optional.of(stock.value().per(stock.quantity()));
        }
        var exact = BigDecimal.ZERO;
        for (var entry : book.entries()) {
            if (places.test(entry.place()) && entry.isIncrease() && entry.isOpen()) {
                exact = exact.add(entry.cost().inventoriable().value()
                        .multiply(entry.remaining().value())
                        .divide(entry.quantity().value(), MathContext.DECIMAL128));
            }
        }
        return Optional.of(UnitCost.rounded(exact.divide(stock.quantity().value(), MathContext.DECIMAL128)));
    }

    private boolean nothingOpen(Predicate<Place> places) {
        return book.entries().stream().noneMatch(entry -> places.test(entry.place()) && entry.isOpen());
    }

    private Optional<DecreaseOutside> lastDecrease(Predicate<Place> places) {
        var loaded = book.entries().stream()
                .filter(entry -> entry.isDecrease() && !entry.entry().correction() && !entry.entry().dropShipment())
                .map(UnitCosts::asOutside);
        var outside = book.decreasesOutside().stream().filter(decrease -> book.find(decrease.no()).isEmpty());
        return Stream.concat(loaded, outside)
                .filter(decrease -> places.test(decrease.place()))
                .max(book.facts().method().isAverage() ? AVERAGE_LAST : BY_DATE_PLACE_AND_NUMBER);
    }

    private static DecreaseOutside asOutside(BookedEntry entry) {
        return new DecreaseOutside(
                entry.no(),
                entry.place(),
                entry.valuationDate(),
                CostFlow.isValuedByAverage(entry),
                entry.cost().inventoriable().per(entry.quantity()));
    }
}
