package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/**
 * A business made of a seed: the same seed tells the same story. Stories buy, sell, return, transfer, invoice late, bring
 * freight, revalue and undo, backdated and into negative stock, and end with everything covered and invoiced.
 */
public final class RandomBusiness {
    private static final List<Place> PLACES = List.of(Place.BLANK, OneItem.at("EAST"), OneItem.at("WEST"));
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Random random;
    private final CostingMethod method;
    private final OneItem.Averaging averaging;
    private final List<Step> steps = new ArrayList<>();
    private int day;

    public RandomBusiness(long seed) {
        random = new Random(seed);
        method = List.of(CostingMethod.FIFO, CostingMethod.LIFO, CostingMethod.AVERAGE, CostingMethod.STANDARD)
                .get(random.nextInt(4));
        averaging = new OneItem.Averaging(
                AverageCalculation.values()[random.nextInt(2)],
                List.of(AveragePeriodType.DAY, AveragePeriodType.WEEK, AveragePeriodType.MONTH).get(random.nextInt(3)));
        var length = 5 + random.nextInt(30);
        for (var i = 0; i < length; i++) {
            day += random.nextInt(4);
            steps.add(step());
        }
    }

    public CostingMethod method() {
        return method;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The item before anything happens; costs exact at once, or provisional until adjusted. */
    public OneItem item(boolean exactAtOnce) {
        return OneItem.of(method, "7.50", averaging, exactAtOnce);
    }

    /** Tells the story, running something after each step. */
    public OneItem tell(boolean exactAtOnce, List<Step> story, Predicate<OneItem> afterEach) {
        var business = item(exactAtOnce);
        for (var step : story) {
            step.happen(business);
            afterEach.test(business);
        }
        settle(business);
        return business;
    }

    /** Covers what was sold without stock and invoices what was not invoiced. */
    private void settle(OneItem business) {
        for (var place : PLACES) {
            var missing = business.book().openDecreases(place).stream()
                    .map(BookedEntry::remaining)
                    .reduce(Quantity.ZERO, Quantity::plus)
                    .abs();
            if (missing.isPositive()) {
                business.buy("2026-07-01", place, missing.toString(), "123.45");
            }
        }
        for (var entry : List.copyOf(business.book().entries())) {
            if (!entry.isFullyInvoiced()) {
                var left = entry.quantity().minus(entry.state().invoiced());
                business.invoice("2026-07-02", entry.no(), left.toString(), left.isPositive() ? "55.55" : "0");
            }
        }
        business.adjust();
    }

    private Step step() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Step.Buy(date(), place(), 1 + random.nextInt(12), cents());
            case 3 -> new Step.Receive(date(), 1 + random.nextInt(12), cents());
            case 4, 5, 6 -> new Step.Sell(date(), place(), 1 + random.nextInt(9));
            case 7 -> new Step.Ship(date(), 1 + random.nextInt(9));
            case 8 -> new Step.Invoice(date(), random.nextInt(100), 1 + random.nextInt(6), 1 + random.nextInt(2000));
            case 9 -> new Step.Charge(date(), random.nextInt(100), 1 + random.nextInt(5000));
            case 10 -> new Step.Transfer(date(), place(), PLACES.get(1 + random.nextInt(2)), 1 + random.nextInt(6));
            case 11 -> new Step.TakeBack(date(), random.nextInt(100), place(), 1 + random.nextInt(4));
            case 12 -> new Step.ReturnToVendor(date(), random.nextInt(100), 1 + random.nextInt(4));
            default -> seldom();
        };
    }

    private Step seldom() {
        return method == CostingMethod.AVERAGE || random.nextBoolean()
                ? new Step.Undo(random.nextInt(100))
                : new Step.Revalue(date(), random.nextInt(100), random.nextInt(3000) - 1000);
    }

    private Place place() {
        return random.nextInt(3) > 0 ? Place.BLANK : PLACES.get(random.nextInt(PLACES.size()));
    }

    private long cents() {
        return 100 + random.nextInt(20_000);
    }

    /** Mostly today, sometimes up to three weeks ago. */
    private String date() {
        var back = random.nextInt(5) == 0 ? random.nextInt(21) : 0;
        return START.plusDays(Math.max(0, day - back)).toString();
    }
}
