package org.stockbook.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec: finance, section 14 and example 15.11. */
class DateFormulaTest {
    @ParameterizedTest
    @CsvSource({
        "1M, 2026-01-31, 2026-02-28", "1M, 2024-01-31, 2024-02-29", "1M+CM, 2026-01-15, 2026-02-28", "<-CM>, 2026-05-15, 2026-05-01",
        "14D+CM, 2026-05-20, 2026-06-30", "5D, 2026-06-15, 2026-06-20", "-2W, 2026-06-15, 2026-06-01", "CQ, 2026-05-15, 2026-06-30",
        "CY, 2026-05-15, 2026-12-31", "1WD, 2026-11-21, 2026-11-23", "1Q, 2026-11-30, 2027-02-28"})
    void leads_to_a_day(String formula, LocalDate from, LocalDate to) {
        assertThat(DateFormula.read(formula).orElseThrow().from(from)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "1", "1M1D", "1X", "C", "--1D", "99999D", "1M+"})
    void what_is_no_formula_is_not_read(String text) {
        assertThat(DateFormula.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>"})
    void a_blank_one_stays(String text) {
        assertThat(DateFormula.read(text)).contains(DateFormula.BLANK);
    }

    @ParameterizedTest
    @CsvSource({"5D, 2026-06-20, 2026-06-15", "1W+1D, 2026-06-09, 2026-06-01"})
    void is_reckoned_backwards(String formula, LocalDate to, LocalDate from) {
        assertThat(DateFormula.read(formula).orElseThrow().before(to)).isEqualTo(from);
    }
}
