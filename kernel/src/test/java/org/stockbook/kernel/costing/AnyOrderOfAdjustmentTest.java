package org.stockbook.kernel.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.business.RandomBusiness;
import org.stockbook.kernel.business.Step;

/**
 * Final figures do not depend on when adjustment ran, as long as every decrease ends covered and everything invoiced
 * (spec: costing, P4). Run more seeds with {@code -Dstockbook.seeds=20000}.
 */
class AnyOrderOfAdjustmentTest {
    private static final Predicate<OneItem> NOTHING = _ -> true;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("stockbook.seeds", 2000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void costs_come_out_the_same_however_often_they_are_adjusted(long seed) {
        var business = new RandomBusiness(seed);
        var story = shortest(business, business.steps());
        assertThat(difference(business, story)).as("seed %s, %s: %s", seed, business.method(), story).isEmpty();
    }

    /** The first way of adjusting that ends with other costs than adjusting once at the end; empty when all agree. */
    private static List<String> difference(RandomBusiness business, List<Step> story) {
        var once = business.tell(false, story, NOTHING);
        for (var other : List.of(
                business.tell(false, story, each -> each.adjust() >= 0),
                business.tell(true, story, each -> each.adjust() >= 0))) {
            if (!other.costs().equals(once.costs())) {
                return List.of("once: " + once.costs(), "other: " + other.costs());
            }
        }
        if (once.adjust() != 0) {
            return List.of("a second run wrote something");
        }
        return once.stock().isZero() && !once.value().isZero() ? List.of("nothing left is worth " + once.value()) : List.of();
    }

    /** A failing story without every step that it fails without, too. */
    private static List<Step> shortest(RandomBusiness business, List<Step> story) {
        if (difference(business, story).isEmpty()) {
            return story;
        }
        var shorter = new ArrayList<>(story);
        for (var i = shorter.size() - 1; i >= 0; i--) {
            var step = shorter.remove(i);
            if (difference(business, shorter).isEmpty()) {
                shorter.add(i, step);
            }
        }
        return shorter;
    }
}
