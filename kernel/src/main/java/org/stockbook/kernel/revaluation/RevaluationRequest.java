package org.stockbook.kernel.revaluation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Place;

/**
 * What is to be proposed for revaluation (spec: costing, section 8).
 *
 * @param per one line for each item ledger entry, or one for each group
 * @param byLocation one group for each location; implied by a filter on locations
 * @param byVariant one group for each variant; implied by a filter on variants
 * @param locations only these, all when empty
 * @param variants only these, all when empty
 */
public record RevaluationRequest(
        LocalDate date,
        Per per,
        boolean byLocation,
        boolean byVariant,
        Set<LocationCode> locations,
        Set<VariantCode> variants) {

    public RevaluationRequest {
        locations = Set.copyOf(locations);
        variants = Set.copyOf(variants);
        byLocation = byLocation || !locations.isEmpty();
        byVariant = byVariant || !variants.isEmpty();
    }

    /** What one proposed line stands for. */
    public enum Per {
        ITEM,
        ITEM_LEDGER_ENTRY
    }

    boolean covers(Place place) {
        return (locations.isEmpty() || locations.contains(place.location()))
                && (variants.isEmpty() || variants.contains(place.variant()));
    }

    RevaluationGroup groupOf(Place place) {
        return new RevaluationGroup(
                byLocation ? Optional.of(place.location()) : Optional.empty(),
                byVariant ? Optional.of(place.variant()) : Optional.empty());
    }
}
