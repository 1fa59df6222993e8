package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found as expected, what was missing, and how it differs; per kind of row. */
public final class Findings {
    private final Map<String, Integer> found = new TreeMap<>();
    private final Map<String, Integer> missing = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    void found(String kind) {
        found.merge(kind, 1, Integer::sum);
    }

    void missing(String kind, String difference) {
        missing.merge(kind, 1, Integer::sum);
        differences.add(difference);
    }

    public Map<String, Integer> found() {
        return Map.copyOf(found);
    }

    public Map<String, Integer> missing() {
        return Map.copyOf(missing);
    }

    public List<String> differences() {
        return List.copyOf(differences);
    }
}
