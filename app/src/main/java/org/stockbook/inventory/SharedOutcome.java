package org.stockbook.inventory;

import java.util.List;

/** What came of requests that were posted in one transaction: all of them were, or none. */
public sealed interface SharedOutcome {
    /** @param outcomes one for each request, in their order */
    record Posted(List<InventoryOutcome.Posted> outcomes) implements SharedOutcome {
        public Posted {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Nothing was written.
     *
     * @param request position of the first request that is refused, from 0; those after it were not looked at
     */
    record Refused(int request, InventoryOutcome.Refused outcome) implements SharedOutcome {}
}
