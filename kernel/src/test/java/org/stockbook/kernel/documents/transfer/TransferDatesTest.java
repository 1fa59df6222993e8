package org.stockbook.kernel.documents.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.documents.transfer.TransferDates.Times;
import org.stockbook.kernel.measure.DateFormula;

/** Spec: transfer, section 5, where every day is a working day. */
class TransferDatesTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2025-06-05");
    private static final Times TIMES = new Times(formula("1D"), formula("2D"), formula("1D"));

    @Test
    void goods_are_available_after_handling_travelling_and_handling() {
        assertThat(TransferDates.leaving(THURSDAY, TIMES)).isEqualTo(new TransferDates(THURSDAY, LocalDate.parse("2025-06-09")));
    }

    @Test
    void the_day_they_are_wanted_leads_back_to_the_day_they_leave() {
        assertThat(TransferDates.arriving(LocalDate.parse("2025-06-09"), TIMES)).isEqualTo(TransferDates.leaving(THURSDAY, TIMES));
    }

    @Test
    void a_formula_is_written_as_it_is_read() {
        for (var text : new String[] {"", "2D", "1M+CM", "-CW", "1W-1D", "CY+2WD"}) {
            assertThat(formula(text).text()).isEqualTo(text);
        }
    }

    private static DateFormula formula(String text) {
        return DateFormula.read(text).orElseThrow();
    }
}
