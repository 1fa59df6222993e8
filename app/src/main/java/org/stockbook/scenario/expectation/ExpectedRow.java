package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a checkpoint: the fields that an entry must have to be the one that is meant.
 *
 * @param recordedNo its number when the scenario was recorded; zero where it has none
 * @param fields by their names in the ledger
 * @param dimensions the whole combination of the entry, where the scenario tells it
 */
record ExpectedRow(int recordedNo, ObjectNode fields, Optional<JsonNode> dimensions) {
    private static final String SHORT_DIMENSIONS = "dim";
    private static final String DIMENSIONS = "dimensions";

    static ExpectedRow of(ObjectNode row, Optional<JsonNode> dimensions) {
        var fields = Separable.compared(row);
        var hint = fields.remove("n");
        return new ExpectedRow(hint == null ? 0 : hint.intValue(), fields, dimensions);
    }

    /** The names of the fields that an entry has otherwise. */
    List<String> differing(ObjectNode present, Map<String, String> globalDimensions) {
        var differing = new ArrayList<String>();
        for (var field : fields.properties()) {
            if (field.getKey().equals(SHORT_DIMENSIONS)) {
                Queries.knowOnly(field.getValue(), globalDimensions.keySet());
                globalDimensions.forEach((name, dimension) -> {
                    var wanted = field.getValue().get(name);
                    if (wanted != null && !value(present, dimension).equals(Figures.text(wanted))) {
                        differing.add(name);
                    }
                });
            } else if (!Figures.equal(field.getValue(), Ledgers.field(present, field.getKey()))) {
                differing.add(field.getKey());
            }
        }
        if (dimensions.isPresent() && !isCombination(dimensions.get(), present)) {
            differing.add(DIMENSIONS);
        }
        return differing;
    }

    private static String value(ObjectNode present, String dimension) {
        return Ledgers.field(present, DIMENSIONS).path(dimension).asString("");
    }

    /** Whether an entry has exactly these dimension values. */
    static boolean isCombination(JsonNode wanted, ObjectNode present) {
        var there = Ledgers.field(present, DIMENSIONS);
        return Set.copyOf(wanted.propertyNames()).equals(Set.copyOf(there.propertyNames()))
                && wanted.properties().stream().allMatch(one -> Figures.equal(one.getValue(), there.get(one.getKey())));
    }

    /** What an entry has in a field that differs, and what is wanted. */
    String difference(String name, ObjectNode present, Map<String, String> globalDimensions) {
        if (name.equals(DIMENSIONS)) {
            return name + ' ' + present.get(DIMENSIONS) + " instead of " + dimensions.map(JsonNode::toString).orElse("");
        }
        var dimension = globalDimensions.get(name);
        return dimension == null
                ? name + ' ' + Figures.text(present.get(name)) + " instead of " + Figures.text(Objects.requireNonNull(fields.get(name)))
                : name + ' ' + value(present, dimension) + " instead of "
                        + Figures.text(fields.path(SHORT_DIMENSIONS).path(name));
    }
}
