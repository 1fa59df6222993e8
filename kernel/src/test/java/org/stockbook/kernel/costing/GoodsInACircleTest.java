package org.stockbook.kernel.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.business.Property;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;

/**
 * Goods that go round between the averages of several places within one period cost the same whenever costs were adjusted, and
 * nothing of their cost is lost on the way (spec: costing, sections 6.7 and 6.11).
 */
class GoodsInACircleTest {
    private static final List<Place> PLACES = List.of(OneItem.at("EAST"), OneItem.at("MAIN"), OneItem.at("WEST"));

    static LongStream seeds() {
        return Property.seeds(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goods_that_go_round_cost_the_same_however_often_they_are_adjusted(long seed) {
        var once = told(seed, 0, false);
        assertThat(told(seed, 1, false).costs()).as("adjusted after each step").isEqualTo(once.costs());
        assertThat(told(seed, 3, false).costs()).as("adjusted now and then").isEqualTo(once.costs());
        assertThat(told(seed, 1, true).costs()).as("exact at posting").isEqualTo(once.costs());
        assertThat(once.adjust()).as("what a second run writes").isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goods_that_go_round_arrive_at_the_cost_they_left_with(long seed) {
        var legs = told(seed, 0, false).book().entries().stream().filter(entry -> entry.entry().type() == EntryType.TRANSFER).toList();

        assertThat(IntStream.range(0, legs.size() / 2)
                        .mapToObj(pair -> legs.get(2 * pair).cost().inventoriable().plus(legs.get(2 * pair + 1).cost().inventoriable())))
                .allMatch(Amount::isZero);
    }

    /** @param adjusted after how many steps costs are adjusted, beside the end; 0 for never */
    private static OneItem told(long seed, int adjusted, boolean exactAtOnce) {
        var random = new Random(seed);
        var averaging = new OneItem.Averaging(AverageCalculation.ITEM_VARIANT_LOCATION, AveragePeriodType.MONTH);
        var bike = OneItem.of(CostingMethod.AVERAGE, "7.00", averaging, exactAtOnce);
        var stock = new ArrayList<>(List.of(0, 0, 0));
        for (var step = 0; step < 24; step++) {
            happens(bike, stock, random, "2026-01-%02d".formatted(1 + step));
            if (adjusted > 0 && step % adjusted == 0) {
                bike.adjust();
            }
        }
        bike.adjust();
        return bike;
    }

    private static void happens(OneItem bike, List<Integer> stock, Random random, String date) {
        var from = random.nextInt(PLACES.size());
        var to = (from + 1 + random.nextInt(PLACES.size() - 1)) % PLACES.size();
        var quantity = 1 + random.nextInt(9);
        var cents = 1 + random.nextInt(5000);
        var kind = random.nextInt(10);
        if (stock.get(from) < quantity || kind < 2) {
            bike.buy(date, PLACES.get(from), String.valueOf(quantity), "%d.%02d".formatted(cents / 100, cents % 100));
            stock.set(from, stock.get(from) + quantity);
        } else if (kind < 4) {
            bike.sell(date, PLACES.get(from), String.valueOf(quantity));
            stock.set(from, stock.get(from) - quantity);
        } else {
            bike.transfer(date, PLACES.get(from), PLACES.get(to), String.valueOf(quantity));
            stock.set(from, stock.get(from) - quantity);
            stock.set(to, stock.get(to) + quantity);
        }
    }
}
