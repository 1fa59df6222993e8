package org.stockbook.scenario.company;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A proposed revaluation line.
 *
 * @param appliesToEntry ordinal of the revalued entry, zero when the line stands for a group
 */
public record RevaluationRow(
        int line,
        LocalDate postingDate,
        String item,
        String variant,
        String location,
        int appliesToEntry,
        BigDecimal quantity,
        BigDecimal inventoryValueCalculated,
        BigDecimal unitCostCalculated) {}
