package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitQuantity;

/** Spec: purchasing, section 6. */
class SurplusTest {
    @ParameterizedTest
    @CsvSource({"100, 5, 0, 105", "100, 5, 1, 105", "15, 10, 1, 16", "15, 10, 0, 16.5", "0.333, 5, 0, 0.34965", "7, 0, 1, 7", "2.5, 50, 0.5, 3.5"})
    void the_most_is_rounded_down_to_whole_steps_of_the_unit(String ordered, String tolerance, String step, String most) {
        assertThat(Surplus.most(UnitQuantity.of(ordered), Percentage.of(tolerance), UnitQuantity.of(step))).isEqualTo(UnitQuantity.of(most));
    }

    @Test
    void a_receipt_takes_what_was_raised_for_it_and_an_invoice_alone_does_not() {
        var raised = LineProgress.fresh(UnitQuantity.of(105)).with(new Surplus(UnitQuantity.of(5), UnitQuantity.ZERO));

        var received = raised.posted(UnitQuantity.of(105));
        var invoicedOnly = raised.choosing(UnitQuantity.ZERO, UnitQuantity.ZERO).posted(UnitQuantity.of(105));

        assertThat(received.surplus()).isEqualTo(new Surplus(UnitQuantity.ZERO, UnitQuantity.of(5)));
        assertThat(received.surplus().ordered(UnitQuantity.of(105))).isEqualTo(UnitQuantity.of(100));
        assertThat(invoicedOnly.surplus()).isEqualTo(raised.surplus());
    }
}
