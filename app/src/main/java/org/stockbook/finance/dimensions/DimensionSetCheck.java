package org.stockbook.finance.dimensions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.SetupVersion;

/** Whether entries may carry sets of dimensions, for all of a posting at once (spec: finance, section 9). */
@Component
public class DimensionSetCheck {
    private final DimensionSets sets;

    DimensionSetCheck(DimensionSets sets) {
        this.sets = sets;
    }

    /** The kinds of cards that demand anything, as they stood when the setups had come so far. */
    public Set<DimensionOwner.Kind> demanding(SetupVersion setups) {
        return sets.demanding(setups);
    }

    /** The same as they stand now. */
    public Set<DimensionOwner.Kind> demanding() {
        return sets.demanding();
    }

    /**
     * What speaks against each of these; what may be carried is left out. Where nothing carries dimensions and no card demands any, nothing is asked.
     *
     * @param demanding the kinds of cards that demand anything
     */
    public Map<CarriedDimensions, List<DimensionFinding>> findings(Collection<CarriedDimensions> carried, Set<DimensionOwner.Kind> demanding) {
        var given = carried.stream().map(CarriedDimensions::set).filter(set -> !set.equals(DimensionSetId.EMPTY)).collect(Collectors.toSet());
        var owners = carried.stream().flatMap(one -> one.owners().stream()).filter(owner -> demanding.contains(owner.kind())).collect(Collectors.toSet());
        var found = new LinkedHashMap<CarriedDimensions, List<DimensionFinding>>();
        if (given.isEmpty() && owners.isEmpty()) {
            return found;
        }
        var book = sets.book();
        var combinations = given.isEmpty() ? Map.<DimensionSetId, DimensionCombination>of() : sets.combinationsOf(given);
        var defaults = owners.isEmpty() ? Map.<DimensionOwner, List<DefaultDimension>>of() : sets.defaultsOf(owners);
        for (var one : carried) {
            var demands = one.owners().stream().flatMap(owner -> defaults.getOrDefault(owner, List.of()).stream()).toList();
            var refusals = DimensionRules.check(combinations.getOrDefault(one.set(), DimensionCombination.EMPTY), demands, book).stream().map(DimensionFinding::of).toList();
            if (!refusals.isEmpty()) {
                found.put(one, refusals);
            }
        }
        return found;
    }

    /** What speaks against sets by themselves, whatever cards demand. */
    public List<DimensionFinding> findings(Collection<DimensionSetId> used) {
        return findings(used.stream().map(set -> new CarriedDimensions(set, List.of())).toList(), Set.of()).values().stream().flatMap(List::stream).toList();
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
        return findings(Set.of(set)).stream().findFirst().map(found -> new Refused(found.code(), found.parameters()));
    }
}
