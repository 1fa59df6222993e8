package org.stockbook.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {
    /** In a sentence as in the grid beside it. */
    @ParameterizedTest
    @EnumSource
    void figures_below_zero_have_one_minus_sign(Language language) {
        var formats = new Formats(language);

        assertThat(formats.argument(new BigDecimal("-387"))).isEqualTo("−387").isEqualTo(formats.quantity(new BigDecimal("-387")));
        assertThat(formats.argument(new BigDecimal("-0.5")).toString()).startsWith("−0");
        assertThat(formats.argument(new BigDecimal("387.00"))).isEqualTo(new BigDecimal("387.00"));
    }
}
