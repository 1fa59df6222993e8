package org.stockbook.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ChartModelTest {
    /** The chart of a company without stock showed 1, 0, 0, 0 and 0. */
    @Test
    void no_figure_stands_twice_beside_a_chart() {
        assertThat(ChartModel.figures(BigDecimal.ONE)).extracting(BigDecimal::intValue).containsExactly(0, 1);
        assertThat(ChartModel.figures(new BigDecimal("30000"))).extracting(BigDecimal::intValue).containsExactly(0, 7500, 15000, 22500, 30000);
    }
}
