package org.stockbook.journals;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be valued for a revaluation journal (spec: journals, section 8).
 *
 * @param document number of the new lines; empty to take the next one of the batch
 * @param items only these, all when empty
 * @param perEntry one line for each item ledger entry, not for each item
 * @param locations only these, all when empty; an empty code is the blank location
 * @param variants only these, all when empty; an empty code is the blank variant
 */
public record InventoryValueRequest(
        LocalDate date,
        String document,
        List<String> items,
        boolean perEntry,
        boolean byLocation,
        boolean byVariant,
        List<String> locations,
        List<String> variants,
        boolean updateStandardCost,
        Base base) {

    public InventoryValueRequest {
        items = List.copyOf(items);
        locations = List.copyOf(locations);
        variants = List.copyOf(variants);
    }

    /** The unit cost that new lines propose. */
    public enum Base {
        /** What the stock is worth now. */
        PRESENT_VALUE,
        LAST_DIRECT_COST,
        STANDARD_COST
    }
}
