package org.stockbook.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.ledger.EntryType.CONSUMPTION;
import static org.stockbook.kernel.ledger.EntryType.NEGATIVE_ADJUSTMENT;
import static org.stockbook.kernel.ledger.EntryType.OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Spec: ledger, section 1: each invariant broken once, in books that are right otherwise. */
class ItemProofTest {
    @Test
    void right_books_have_no_findings() {
        assertThat(boughtAndSold().findings()).isEmpty();
        assertThat(thirds().findings()).isEmpty();
    }

    @Test
    void more_remaining_than_ever_came_in_breaks_I2_I3_and_I4() {
        var story = boughtAndSold().remaining(1, _ -> Quantity.of(11));

        assertThat(story.findings()).containsExactly(
                Finding.of(Invariant.REMAINING_WITHIN_QUANTITY, entry(1), Quantity.of(10), Quantity.of(11)),
                Finding.of(Invariant.REMAINING_IS_NOT_APPLIED, entry(1), Quantity.of(6), Quantity.of(11)),
                Finding.of(Invariant.ON_HAND_IS_OPEN, new Subject.OfStock(Place.BLANK, Tracking.NONE), Quantity.of(6), Quantity.of(11)));
    }

    @Test
    void a_decrease_that_still_looks_uncovered_breaks_I3() {
        var story = boughtAndSold().remaining(2, _ -> Quantity.of(-4));

        assertThat(story.findings()).contains(Finding.of(Invariant.REMAINING_IS_NOT_APPLIED, entry(2), Quantity.ZERO, Quantity.of(-4)));
    }

    @Test
    void a_second_value_entry_with_the_quantity_breaks_I5() {
        var again = Story.value(3, 1, new Story.Money(ValueEntryType.DIRECT_COST, Cost.ZERO, Quantity.of(10)));

        assertThat(boughtAndSold().add(again).findings()).contains(
                Finding.of(Invariant.FIRST_VALUE_ENTRY_HAS_QUANTITY, new Subject.OfValue(new ValueEntryNo(3)), Quantity.ZERO, Quantity.of(10)));
    }

    @Test
    void an_invoiced_quantity_that_no_value_entry_invoices_breaks_I6() {
        assertThat(boughtAndSold().invoiced(1, "7").findings())
                .containsExactly(Finding.of(Invariant.INVOICED_IS_VALUED, entry(1), Quantity.of(10), Quantity.of(7)));
    }

    @Test
    void expected_cost_after_the_last_invoice_breaks_I7() {
        var left = Story.value(3, 1, new Story.Money(ValueEntryType.DIRECT_COST, Cost.expected(Amount.of("5.00")), Quantity.ZERO));

        assertThat(boughtAndSold().add(left).findings())
                .containsExactly(Finding.of(Invariant.EXPECTED_COST_IS_REVERSED, entry(1), Amount.ZERO, Amount.of("5.00")));
    }

    @Test
    void a_cent_that_stays_on_a_used_up_increase_breaks_I8_and_I9() {
        var withoutRounding = new Story().entry(1, PURCHASE, "3", "10.00")
                .entry(2, SALE, "-1", "-3.33").taken(1, 2, "1").entry(3, SALE, "-1", "-3.33").taken(1, 3, "1")
                .entry(4, SALE, "-1", "-3.33").taken(1, 4, "1");

        assertThat(withoutRounding.findings()).containsExactly(
                Finding.of(Invariant.NOTHING_IS_WORTH_NOTHING, new Subject.OfItem(withoutRounding.history().facts().item()), Amount.ZERO, Amount.of("0.01")),
                Finding.of(Invariant.COST_OUT_IS_COST_IN, entry(1), Amount.of("9.99"), Amount.of("10.00")));
    }

    @Test
    void a_decrease_at_another_cost_than_its_source_breaks_I8() {
        var story = new Story().entry(1, PURCHASE, "10", "100.00").entry(2, SALE, "-4", "-39.00").taken(1, 2, "4");

        assertThat(story.findings()).containsExactly(
                Finding.of(Invariant.COST_OUT_IS_COST_IN, entry(2), Amount.of("-40.00"), Amount.of("-39.00")));
        assertThat(story.notAdjusted().findings()).isEmpty();
    }

    @Test
    void a_decrease_over_two_increases_takes_its_share_of_each() {
        var story = new Story().entry(1, PURCHASE, "10", "100.00").entry(2, PURCHASE, "10", "120.00")
                .entry(3, SALE, "-12", "-124.00").taken(1, 3, "10").taken(2, 3, "2");

        assertThat(story.findings()).isEmpty();
    }

    /** Spec: costing, section 6.5: a revaluation of what was left touches only what is sold afterwards. */
    @Test
    void a_partial_revaluation_reaches_only_later_decreases() {
        var story = new Story().entry(1, PURCHASE, "2", "28.00").entry(2, SALE, "-1", "-14.00").taken(1, 2, "1")
                .revalued(1, "1", "-4.00").entry(4, SALE, "-1", "-10.00").taken(1, 4, "1");

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void value_without_stock_breaks_I9_also_with_average_cost() {
        var story = new Story().of(CostingMethod.AVERAGE).entry(1, PURCHASE, "10", "100.00").entry(2, SALE, "-10", "-99.98").taken(1, 2, "10");

        assertThat(story.findings()).extracting(Finding::invariant).containsExactly(Invariant.NOTHING_IS_WORTH_NOTHING);
    }

    @Test
    void cost_that_flows_in_a_circle_breaks_I10_and_only_its_entries_are_named() {
        var story = new Story().entry(1, PURCHASE, "6", "60.00").entry(2, NEGATIVE_ADJUSTMENT, "-5", "-50.00").entry(3, PURCHASE, "5", "50.00")
                .entry(4, SALE, "-6", "-60.00").notAdjusted()
                .taken(1, 2, "5").costFrom(2, 1, "5").taken(3, 4, "5").taken(1, 4, "1");

        assertThat(story.findings()).containsExactly(
                Finding.of(Invariant.COST_HAS_NO_CYCLE, entry(1), 0, 1), Finding.of(Invariant.COST_HAS_NO_CYCLE, entry(2), 0, 1));
    }

    @Test
    void consumption_of_the_output_of_its_own_order_breaks_I10() {
        var story = new Story().entry(1, OUTPUT, "5", "50.00").entry(2, CONSUMPTION, "-5", "-50.00").taken(1, 2, "5").notAdjusted();

        assertThat(story.findings()).extracting(Finding::invariant).containsOnly(Invariant.COST_HAS_NO_CYCLE).hasSize(2);
    }

    @Test
    void numbers_that_do_not_ascend_break_I12() {
        var story = new Story().entry(2, PURCHASE, "1", "1.00").entry(1, PURCHASE, "1", "1.00");

        assertThat(story.findings()).containsExactly(Finding.of(Invariant.NUMBERS_ASCEND, entry(1), 3, 1));
    }

    @Test
    void a_value_entry_of_no_entry_is_named() {
        var stray = Story.value(3, 99, new Story.Money(ValueEntryType.DIRECT_COST, Cost.ZERO, Quantity.ZERO));

        assertThat(boughtAndSold().add(stray).findings())
                .containsExactly(Finding.of(Invariant.ROWS_HAVE_THEIR_ENTRY, new Subject.OfValue(new ValueEntryNo(3)), 99, 0));
    }

    @Test
    void a_long_history_is_proved_in_one_pass() {
        var story = new Story();
        Stream.iterate(1L, no -> no + 2).limit(2_000).forEach(no ->
                story.entry(no, PURCHASE, "10", "100.00").entry(no + 1, SALE, "-10", "-100.00").taken(no, no + 1, "10"));

        assertThat(story.findings()).isEmpty();
    }

    private static Story boughtAndSold() {
        return new Story().entry(1, PURCHASE, "10", "100.00").entry(2, SALE, "-4", "-40.00").taken(1, 2, "4");
    }

    private static Story thirds() {
        return new Story().entry(1, PURCHASE, "3", "10.00").entry(2, SALE, "-1", "-3.33").taken(1, 2, "1")
                .entry(3, SALE, "-1", "-3.33").taken(1, 3, "1").entry(4, SALE, "-1", "-3.33").taken(1, 4, "1")
                .money(1, ValueEntryType.ROUNDING, "-0.01");
    }

    private static Subject entry(long no) {
        return new Subject.OfEntry(new ItemLedgerEntryNo(no));
    }
}
