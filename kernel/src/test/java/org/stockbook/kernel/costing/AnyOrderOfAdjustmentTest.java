package org.stockbook.kernel.costing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.business.Company;
import org.stockbook.kernel.business.Property;
import org.stockbook.kernel.business.RandomBusiness;
import org.stockbook.kernel.business.Step;

/**
 * Final figures do not depend on when adjustment ran, as long as every decrease ends covered and everything invoiced
 * (spec: costing, P4).
 */
class AnyOrderOfAdjustmentTest {
    /** In this story a sale gives its cost, by its return, back to the period in which the goods it took were averaged. */
    private static final long GOODS_IN_A_CIRCLE = 40727;

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(GOODS_IN_A_CIRCLE), Property.seeds(0, 1000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void costs_come_out_the_same_however_often_they_are_adjusted(long seed) {
        Property property = AnyOrderOfAdjustmentTest::contradiction;
        property.assertHolds(seed);
    }

    private static Optional<String> contradiction(RandomBusiness business, List<Step> story) {
        var once = business.tell(false, story, _ -> {});
        return differs("after each step", once, business.tell(false, story, Company::adjust))
                .or(() -> differs("now and then", once, business.tell(false, story, new EveryFourth())))
                .or(() -> differs("at once", once, business.tell(true, story, Company::adjust)))
                .or(() -> once.adjust() == 0 ? Optional.empty() : Optional.of("a second run wrote something"));
    }

    private static Optional<String> differs(String when, Company once, Company other) {
        return Property.difference("adjusted at the end <> " + when, once.costs(), other.costs());
    }

    /** Adjusts as a nightly run does: after several postings, in turn everything and up to some date. */
    private static final class EveryFourth implements Consumer<Company> {
        private int steps;

        @Override
        public void accept(Company company) {
            steps++;
            if (steps % 8 == 0) {
                company.adjust();
            } else if (steps % 4 == 0) {
                company.adjust(LocalDate.of(2026, 1, 1).plusDays(steps));
            }
        }
    }
}
