package org.stockbook.scenario.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.kernel.origin.DimensionSetId;

/** Combinations of dimension values, each kept once under a number. */
final class Dimensions {
    private final List<Map<String, String>> sets = new ArrayList<>(List.of(Map.of()));

    DimensionSetId of(Map<String, String> values) {
        var combination = Map.copyOf(values);
        if (!sets.contains(combination)) {
            sets.add(combination);
        }
        return new DimensionSetId(sets.indexOf(combination));
    }

    /** What a line says goes before the defaults. */
    DimensionSetId of(Map<String, String> defaults, Map<String, String> line) {
        var values = new TreeMap<>(defaults);
        values.putAll(line);
        return of(values);
    }

    Map<String, String> values(DimensionSetId id) {
        return sets.get(Math.toIntExact(id.value()));
    }

    String value(DimensionSetId id, String dimension) {
        return values(id).getOrDefault(dimension, "");
    }
}
