package org.stockbook.kernel.revaluation;

import java.time.LocalDate;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Why the inventory value of an item cannot be calculated or changed (spec: costing, section 8). */
public sealed interface RevaluationRefusal {
    ItemNo item();

    /** The stable code under which texts and documentation know this refusal. */
    default String code() {
        return switch (this) {
            case OpenDecrease _ -> "costing.revaluation-open-decrease";
            case NotAdjusted _ -> "costing.not-adjusted";
            case PerItemOnly _ -> "costing.revaluation-per-item-only";
            case NotPeriodEnd _ -> "costing.revaluation-period-end";
            case WrongGrouping _ -> "costing.revaluation-grouping";
        };
    }

    record OpenDecrease(ItemNo item, ItemLedgerEntryNo entry) implements RevaluationRefusal {}

    record NotAdjusted(ItemNo item, LocalDate since) implements RevaluationRefusal {}

    record PerItemOnly(ItemNo item) implements RevaluationRefusal {}

    record NotPeriodEnd(ItemNo item, LocalDate periodEnd) implements RevaluationRefusal {}

    record WrongGrouping(ItemNo item, AverageCalculation calculation) implements RevaluationRefusal {}
}
