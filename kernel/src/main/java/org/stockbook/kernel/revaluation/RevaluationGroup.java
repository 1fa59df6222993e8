package org.stockbook.kernel.revaluation;

import java.util.Optional;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Place;

/** The stock that one revaluation line stands for; empty means all locations or all variants. */
public record RevaluationGroup(Optional<LocationCode> location, Optional<VariantCode> variant) {
    public static final RevaluationGroup WHOLE_ITEM = new RevaluationGroup(Optional.empty(), Optional.empty());

    boolean contains(Place place) {
        return location.map(place.location()::equals).orElse(true)
                && variant.map(place.variant()::equals).orElse(true);
    }
}
