package org.stockbook.kernel.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.Quantity;

/** Spec: availability, section 3. */
class StockOutlookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void the_lowest_level_is_that_of_the_worst_day_and_not_of_the_last_one() {
        var outlook = outlook("10", planned(2, "S1", "-25"), planned(5, "P1", "30"), planned(90, "S2", "-40"));

        assertThat(outlook.lowestUntil(TODAY.plusDays(60))).isEqualTo(Quantity.of("-15"));
        assertThat(outlook.lowestUntil(TODAY.plusDays(1))).isEqualTo(Quantity.of("10"));
        assertThat(outlook.lowestUntil(TODAY.plusDays(90))).isEqualTo(Quantity.of("-25"));
    }

    @Test
    void what_a_day_brings_is_there_for_what_it_takes() {
        assertThat(outlook("0", planned(3, "S1", "-5"), planned(3, "P1", "5")).lowestUntil(TODAY.plusDays(60))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void the_earliest_demand_takes_the_stock_and_those_behind_it_wait_for_the_earliest_supply() {
        var first = planned(2, "S1", "-8");
        var second = planned(4, "S2", "-6");
        var third = planned(9, "S3", "-5");
        var supply = planned(6, "P1", "7");
        var later = planned(12, "P2", "10");

        var pegs = outlook("10", third, later, second, supply, first).pegs();

        assertThat(pegs).containsExactly(new Peg(second, supply, Quantity.of("4")), new Peg(third, supply, Quantity.of("3")), new Peg(third, later, Quantity.of("2")));
        assertThat(pegs).extracting(Peg::isLate).containsExactly(true, false, true);
    }

    @Test
    void stock_below_zero_is_no_stock_and_what_nothing_supplies_waits_for_nothing() {
        assertThat(outlook("-3", planned(1, "S1", "-4")).pegs()).isEmpty();
    }

    @Test
    void what_is_posted_of_a_document_comes_off_what_it_plans() {
        var before = outlook("10", planned(2, "S1", "-25"), planned(5, "P1", "30"), planned(6, "P2", "7"));

        var after = before.after(new DocumentNo("P1"), Quantity.of("20"));

        assertThat(after).isEqualTo(outlook("30", planned(2, "S1", "-25"), planned(5, "P1", "10"), planned(6, "P2", "7")));
        assertThat(after.lowestUntil(TODAY.plusDays(60))).isEqualTo(Quantity.of("5"));
        assertThat(before.after(new DocumentNo("P1"), Quantity.of("40")).planned()).extracting(PlannedMovement::document).doesNotContain(new DocumentNo("P1"));
    }

    /** No supply is promised twice, and nobody waits for more than he wants. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void no_supply_is_given_twice_and_no_demand_gets_more_than_it_wants(long seed) {
        var chance = new Random(seed);
        var planned = chance.ints(20, -9, 10).filter(quantity -> quantity != 0).mapToObj(quantity -> planned(chance.nextInt(30), "D" + chance.nextInt(1000), Integer.toString(quantity))).toList();
        var pegs = new StockOutlook(Quantity.of(Integer.toString(chance.nextInt(12))), planned).pegs();

        for (var movement : planned) {
            var given = pegs.stream().filter(peg -> peg.supply() == movement || peg.demand() == movement).map(Peg::quantity).reduce(Quantity.ZERO, Quantity::plus);
            assertThat(given).isLessThanOrEqualTo(movement.quantity().abs());
        }
    }

    private static StockOutlook outlook(String onHand, PlannedMovement... planned) {
        return new StockOutlook(Quantity.of(onHand), Arrays.asList(planned));
    }

    private static PlannedMovement planned(int days, String document, String quantity) {
        return new PlannedMovement(TODAY.plusDays(days), new DocumentNo(document), Quantity.of(quantity));
    }
}
