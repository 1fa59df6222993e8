package org.stockbook.inventory.periods;

import java.util.List;
import java.util.Map;

/** What became of a change to inventory periods. */
public sealed interface PeriodChange {
    /** Done; all periods as they are now. */
    record Done(List<InventoryPeriods.InventoryPeriod> periods) implements PeriodChange {
        public Done {
            periods = List.copyOf(periods);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param code of the specification's list
     * @param parameters the values behind its text
     * @param culprits what must be done first
     */
    record Refused(String code, Map<String, Object> parameters, List<InventoryPeriods.Culprit> culprits) implements PeriodChange {
        public Refused {
            parameters = Map.copyOf(parameters);
            culprits = List.copyOf(culprits);
        }
    }
}
