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
 * Compares rows of a checkpoint with the ledgers: for each row there must be an entry with all its fields, each entry counts once,
 * other entries may exist.
 */
final class Checkpoint {
    static final Map<String, String> LEDGER_OF_SECTION = Map.of(
            "item_ledger_entries", "item-ledger-entry",
            "value_entries", "value-entry",
            "gl_entries", "gl-entry",
            "items", "item",
            "stockkeeping_units", "stockkeeping-unit",
            "revaluation_lines", "revaluation-line");

    private final Ledgers ledgers;
    private final Marks marks;
    private final Surroundings surroundings;
    private final Findings findings;

    Checkpoint(Ledgers ledgers, Marks marks, Surroundings surroundings, Findings findings) {
        this.ledgers = ledgers;
        this.marks = marks;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    /** @param since the mark of each section after which entries count */
    void compare(String label, String section, JsonNode rows, JsonNode since) {
        var ledger = Objects.requireNonNull(LEDGER_OF_SECTION.get(section), section);
        var from = since.has(section) ? marks.of(markName(since.get(section))) : 0;
        var candidates = new ArrayList<>(ledgers.rows(ledger).stream()
                .filter(row -> !row.has("entry_no") || row.get("entry_no").intValue() > from)
                .toList());
        var unmatched = new ArrayList<ObjectNode>();
        for (var row : rows) {
            if (!Separable.isOnlyForReportingCurrency(row) && !isOfInvoices(section, row)) {
                var expected = withoutHints((ObjectNode) row);
                var match = candidates.stream().filter(candidate -> differing(expected, candidate).isEmpty()).findFirst();
                if (match.isPresent()) {
                    candidates.remove(match.get());
                    findings.found(section);
                } else {
                    unmatched.add((ObjectNode) row);
                }
            }
        }
        for (var row : unmatched) {
            findings.missing(section, "checkpoint " + label + ", " + section + ": " + describe(row, candidates));
        }
    }

    private static String markName(JsonNode mark) {
        return mark.isObject() ? mark.get("mark").asString() : mark.asString();
    }

    private boolean isOfInvoices(String section, JsonNode row) {
        return section.equals("gl_entries") && surroundings.isAccountOfInvoices(row.path("account").asString(""));
    }

    private ObjectNode withoutHints(ObjectNode row) {
        var fields = Separable.compared(row);
        fields.remove("n");
        var dimensions = fields.remove("dim");
        if (dimensions != null && surroundings.keepsDimensions()) {
            Queries.knowOnly(dimensions, Set.of("global_dimension_1"));
            fields.set("global_dimension1", dimensions.get("global_dimension_1"));
        }
        return fields;
    }

    private static List<String> differing(ObjectNode expected, ObjectNode present) {
        return expected.properties().stream()
                .filter(field -> !Figures.equal(field.getValue(), Ledgers.field(present, field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String describe(ObjectNode row, List<ObjectNode> candidates) {
        var expected = withoutHints(row);
        var closest = closest(expected, candidates);
        if (closest.isEmpty()) {
            return "nothing like " + row.path("n").asString("") + " " + expected;
        }
        var text = new StringBuilder("row " + row.path("n").asString("") + " " + expected + "; closest entry "
                + closest.get().path("entry_no").asString(""));
        for (var name : differing(expected, closest.get())) {
            text.append("; ").append(name).append(' ').append(Figures.text(closest.get().get(name)))
                    .append(" instead of ").append(Figures.text(expected.get(name)));
        }
        return text.toString();
    }

    private static Optional<ObjectNode> closest(ObjectNode expected, List<ObjectNode> candidates) {
        ObjectNode best = null;
        var fewest = expected.size();
        for (var candidate : candidates) {
            var differing = differing(expected, candidate).size();
            if (differing < fewest) {
                fewest = differing;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }
}
