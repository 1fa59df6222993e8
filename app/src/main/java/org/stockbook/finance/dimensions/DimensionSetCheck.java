package org.stockbook.finance.dimensions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.origin.DimensionSetId;

/** Whether entries may carry sets of dimensions, for all of a posting at once (spec: finance, section 9). */
@Component
public class DimensionSetCheck {
    private final DimensionSets sets;

    DimensionSetCheck(DimensionSets sets) {
        this.sets = sets;
    }

    /** What speaks against each of these sets; those that may be used are left out. Where nothing carries dimensions, nothing is asked. */
    public Map<DimensionSetId, List<DimensionFinding>> findings(Collection<DimensionSetId> used) {
        var given = used.stream().filter(set -> !set.equals(DimensionSetId.EMPTY)).collect(Collectors.toSet());
        var found = new LinkedHashMap<DimensionSetId, List<DimensionFinding>>();
        if (!given.isEmpty()) {
            var book = sets.book();
            sets.combinationsOf(given).forEach((set, combination) -> {
                var refusals = DimensionRules.check(combination, List.of(), book).stream().map(DimensionFinding::of).toList();
                if (!refusals.isEmpty()) {
                    found.put(set, refusals);
                }
            });
        }
        return found;
    }

    /** Why a set cannot be entered. */
    public record Refused(String code, Map<String, Object> parameters) {
        public Refused {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What speaks first against a set that somebody enters; every one but the empty one names a dimension. */
    public Optional<Refused> entered(DimensionSetId set) {
        if (set.equals(DimensionSetId.EMPTY)) {
            return Optional.empty();
        }
        if (sets.combinationsOf(Set.of(set)).getOrDefault(set, DimensionCombination.EMPTY).isEmpty()) {
            return Optional.of(new Refused("api.reference-not-found", Map.of("field", "dimensionSetId", "value", set.value())));
        }
        return findings(Set.of(set)).getOrDefault(set, List.of()).stream().findFirst().map(found -> new Refused(found.code(), found.parameters()));
    }
}
