package org.stockbook.kernel.dimension;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;

/** At most one value per dimension; equal combinations are one set in storage (spec: finance, section 9). */
public record DimensionCombination(SortedMap<DimensionCode, DimensionValueCode> values) {
    /** No dimension at all. */
    public static final DimensionCombination EMPTY = new DimensionCombination(Collections.emptySortedMap());

    public DimensionCombination {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static DimensionCombination of(Map<DimensionCode, DimensionValueCode> values) {
        return new DimensionCombination(new TreeMap<>(values));
    }

    public Optional<DimensionValueCode> value(DimensionCode dimension) {
        return Optional.ofNullable(values.get(dimension));
    }

    /** This combination with what another one adds; a dimension that is here already keeps its value. */
    public DimensionCombination filledFrom(DimensionCombination other) {
        var all = new TreeMap<>(other.values);
        all.putAll(values);
        return new DimensionCombination(all);
    }

    public DimensionCombination with(DimensionCode dimension, DimensionValueCode value) {
        var all = new TreeMap<>(values);
        all.put(dimension, value);
        return new DimensionCombination(all);
    }

    public DimensionCombination without(DimensionCode dimension) {
        var all = new TreeMap<>(values);
        all.remove(dimension);
        return new DimensionCombination(all);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
