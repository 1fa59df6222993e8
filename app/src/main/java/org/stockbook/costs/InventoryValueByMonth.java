package org.stockbook.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What stock was worth at the end of each month, and what the general ledger said (spec: ui, section 2.3). */
public interface InventoryValueByMonth {
    /**
     * The months up to a day, which is the end of the last one.
     *
     * @param count of months
     */
    List<Month> until(LocalDate day, int count);

    /**
     * The end of a month.
     *
     * @param values actual cost in local currency by the name of the uppermost category, blank for items without one
     * @param ledger balance of the inventory accounts
     */
    record Month(LocalDate day, Map<String, BigDecimal> values, BigDecimal ledger) {
        public Month {
            values = Map.copyOf(values);
        }

        public BigDecimal total() {
            return values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
