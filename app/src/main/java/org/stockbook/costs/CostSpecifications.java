package org.stockbook.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;

/** What stock is worth, by share of cost (spec: reconciliation, section 9, cost specification). */
public interface CostSpecifications {
    /** One line per item with stock, by posting group and item number. */
    List<Line> specify(LocalDate asOf, Optional<Instant> knownAt);

    /** An item's stock; amounts in local currency, expected cost included. */
    record Line(
            String postingGroup, ItemNo item, String description, BigDecimal quantity, BigDecimal direct, BigDecimal revaluation, BigDecimal rounding,
            BigDecimal indirect, BigDecimal variance) {
        public BigDecimal amount() {
            return direct.add(revaluation).add(rounding).add(indirect).add(variance);
        }
    }
}
