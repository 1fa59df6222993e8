package org.stockbook.kernel.costing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.PlaceSums;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** What things cost at this moment, for posting: the same formulas as cost adjustment, asked before it runs. */
public final class PresentCost {
    private final ItemBook book;
    private final AverageCostPolicy policy;

    public PresentCost(ItemBook book, AverageCostPolicy policy) {
        this.book = book;
        this.policy = policy;
    }

    /** Actual and expected cost per unit of an entry, five decimals: the provisional cost of what is fixed to it. */
    public static UnitCost perUnit(BookedEntry entry) {
        return entry.cost().inventoriable().per(entry.quantity());
    }

    /** The cost that a decrease takes from its sources, negative. */
    public Amount ofDecrease(BookedEntry decrease) {
        return new CostFlow(book).costOfDecrease(decrease);
    }

    /** The cost of a chunk taken from an increase, for the leg of a transfer that carries it on; positive. */
    public Amount ofChunk(ItemLedgerEntryNo increase, BookedEntry transferOut, Quantity quantity) {
        return new CostFlow(book).share(new CostFlow.Taken(increase, quantity), transferOut);
    }

    /** The share of a decrease's cost that comes back with a return, positive. */
    public Amount ofReturn(BookedEntry decrease, Quantity quantity) {
        return decrease.cost().inventoriable().share(quantity, decrease.quantity());
    }

    /**
     * The average cost of a quantity leaving a pool at the end of its history, positive; empty when the average is not final:
     * costs before it are not adjusted, later entries exist, the pool does not hold enough, or it once began with a share of the
     * item's value, which sums do not tell.
     */
    public Optional<Amount> atAverage(Place place, LocalDate valuationDate, Quantity quantity) {
        if (!book.costIsAdjusted() || policy.sharedOn(valuationDate).isPresent() || anythingAfter(place, policy.periodOf(valuationDate).last())) {
            return Optional.empty();
        }
        var stock = stockOf(place, valuationDate);
        return stock.quantity().compareTo(quantity) >= 0 && !stock.value().isNegative()
                ? Optional.of(stock.value().share(quantity, stock.quantity()))
                : Optional.empty();
    }

    private PoolBalanceSum stockOf(Place place, LocalDate date) {
        var pool = policy.poolOf(place, date);
        var sum = PoolBalanceSum.ZERO;
        for (var balance : book.balances()) {
            if (policy.poolOf(balance.place(), date).equals(pool)) {
                sum = sum.plus(balance.quantity(), balance.value());
            }
        }
        for (var sums : sumsOf(pool, date)) {
            sum = sum.plus(sums.quantity(), sums.value());
        }
        return sum;
    }

    private boolean anythingAfter(Place place, LocalDate last) {
        return book.balances().stream()
                        .anyMatch(balance -> balance.valuationDate().isAfter(last)
                                && policy.reaches(place, last, balance.place(), balance.valuationDate()))
                || anythingUncovered(policy.poolOf(place, last), last)
                || (book.sums().values().stream().anyMatch(sums -> sums.latestDate().isAfter(last))
                        && book.entries().stream()
                                .anyMatch(entry -> entry.valuationDate().isAfter(last)
                                        && policy.reaches(place, last, entry.place(), entry.valuationDate())));
    }

    private boolean anythingUncovered(Place pool, LocalDate date) {
        return book.sums().keySet().stream()
                .anyMatch(place -> policy.poolOf(place, date).equals(pool) && !book.openDecreases(place).isEmpty());
    }

    private List<PlaceSums> sumsOf(Place pool, LocalDate date) {
        var sums = new ArrayList<PlaceSums>();
        book.sums().forEach((place, ofPlace) -> {
            if (policy.poolOf(place, date).equals(pool)) {
                sums.add(ofPlace);
            }
        });
        return sums;
    }

    /** Whether something valued on this date can change the cost of a decrease valued by average. */
    public boolean disturbsAverage(Place place, LocalDate valuationDate) {
        var first = policy.periodOf(valuationDate).first();
        return book.balances().stream()
                        .anyMatch(balance -> balance.hasValuedDecreases()
                                && !balance.valuationDate().isBefore(first)
                                && policy.reaches(place, valuationDate, balance.place(), balance.valuationDate()))
                || (book.sums().values().stream().anyMatch(sums -> !sums.latestAverageDate().isBefore(first))
                        && book.entries().stream()
                                .anyMatch(entry -> entry.isDecrease()
                                        && CostFlow.isValuedByAverage(entry)
                                        && !entry.valuationDate().isBefore(first)
                                        && policy.reaches(place, valuationDate, entry.place(), entry.valuationDate())));
    }

    /**
     * Writes the cents that sharing leaves on an increase that this posting exhausted.
     *
     * @param dates when they may be booked: the increase may be of a period that is closed by now
     * @return false when the book does not hold all that was taken from it, so that adjustment has to look
     */
    public boolean round(BookedEntry increase, AdjustmentDates dates, EntryNumbers numbers) {
        var taken = Quantity.ZERO;
        for (var row : increase.feeding()) {
            if (book.find(row.outbound()).isEmpty()) {
                return false;
            }
            taken = taken.plus(row.quantity());
        }
        if (!taken.equals(increase.quantity().negated())) {
            return false;
        }
        new RoundingCents(book, new CostFlow(book))
                .missing(increase)
                .ifPresent(cents -> new AdjustmentEntries(book, dates, numbers).writeRounding(increase, cents));
        return true;
    }

    /** Keeps the unit cost of the item and its stockkeeping units in step with stock and value. */
    public void updateUnitCosts() {
        new UnitCosts(book, policy.present().calculation()).update();
    }
}
