package org.stockbook.kernel.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.business.Company;
import org.stockbook.kernel.business.CountedNumbers;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ValueEntryType;

/** Who takes the last piece of a layer of a closed period leaves its cents in the open one (spec: costing, sections 6.6 and 6.9). */
class CentsOfClosedPeriodsTest {
    @Test
    void cents_that_a_posting_leaves_on_a_layer_of_a_closed_period_are_booked_on_the_first_open_day() {
        var policy = AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.DAY);
        var company = new Company(List.of(new Company.Card(CostingMethod.FIFO, "0", "0")), policy, true, new CountedNumbers());
        var item = company.item(0);
        var layer = item.buy("2026-01-01", "3", "10.00");
        item.sell("2026-01-02", "1");
        assertThat(company.close(LocalDate.parse("2026-01-31"))).isTrue();

        item.sell("2026-02-05", "1");
        item.sell("2026-02-06", "1");

        assertThat(item.book().entry(layer).values()).filteredOn(value -> value.entry().type() == ValueEntryType.ROUNDING)
                .singleElement().extracting(value -> value.entry().postingDate(), BookedValue::valuationDate)
                .containsExactly(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-01-01"));
    }
}
