package org.stockbook.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spec: finance, section 8 and example 15.4. */
class SeriesLineTest {
    private static final LocalDate MAY_4 = LocalDate.of(2026, 5, 4);

    @Test
    void the_first_use_gives_the_starting_number() {
        assertThat(next(line("SI6-001", "", ""))).isEqualTo(new NextNumber.Taken("SI6-001", false));
    }

    @Test
    void the_last_group_of_digits_counts_and_keeps_its_length() {
        assertThat(next(line("INV-0001/A", "INV-0099/A", ""))).isEqualTo(new NextNumber.Taken("INV-0100/A", false));
        assertThat(next(line("SI-0001", "SI-0420", "SI-9999"))).isEqualTo(new NextNumber.Taken("SI-0421", false));
    }

    @Test
    void it_grows_when_needed_up_to_twenty_characters() {
        assertThat(next(line("A9", "A9", ""))).isEqualTo(new NextNumber.Taken("A10", false));
        assertThat(next(line("A0000000000000000001", "A9", "A9"))).isInstanceOf(NextNumber.None.class);
    }

    @Test
    void above_the_ending_number_it_is_exhausted() {
        assertThat(next(line("S1", "S9", "S9"))).isInstanceOfSatisfying(NextNumber.None.class, none -> assertThat(none.code()).isEqualTo("finance.series-exhausted"));
    }

    @Test
    void date_order_refuses_an_earlier_date() {
        var used = new SeriesLine(1, Optional.empty(), "S1", "", "", 1, "S4", Optional.of(MAY_4.plusDays(1)), false);

        assertThat(used.next("S", MAY_4, true)).isInstanceOfSatisfying(NextNumber.None.class, none -> assertThat(none.code()).isEqualTo("finance.series-date-order"));
        assertThat(used.next("S", MAY_4, false)).isEqualTo(new NextNumber.Taken("S5", false));
    }

    private static NextNumber next(SeriesLine line) {
        return line.next("S", MAY_4, false);
    }

    private static SeriesLine line(String starting, String last, String ending) {
        return new SeriesLine(1, Optional.empty(), starting, ending, "", 1, last, Optional.empty(), false);
    }
}
