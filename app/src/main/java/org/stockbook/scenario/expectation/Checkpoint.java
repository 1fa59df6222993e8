package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.HashSet;
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
    private static final String DIMENSIONS = "entry_dimensions";

    private final Ledgers ledgers;
    private final Marks marks;
    private final Surroundings surroundings;
    private final Findings findings;
    private final RecordedNumbers recorded;

    Checkpoint(Ledgers ledgers, Marks marks, RecordedNumbers recorded, Surroundings surroundings, Findings findings) {
        this.recorded = recorded;
        this.ledgers = ledgers;
        this.marks = marks;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    /** Compares every section of rows, and the dimensions of single entries. */
    void compare(JsonNode expectation) {
        var label = expectation.path("checkpoint").asString("");
        var told = new HashSet<JsonNode>();
        for (var part : expectation.properties()) {
            if (LEDGER_OF_SECTION.containsKey(part.getKey())) {
                compare(label, part.getKey(), expectation, told);
            }
        }
        for (var entry : expectation.path(DIMENSIONS)) {
            Queries.knowOnly(entry, Set.of("ledger", "n", "dimensions"));
            if (!told.contains(entry) && !recorded.isLeftOut(entry.get("ledger").asString(), entry.get("n").intValue())) {
                compareDimensions(label, entry);
            }
        }
    }

    private void compare(String label, String section, JsonNode expectation, Set<JsonNode> told) {
        var rows = new ArrayList<ExpectedRow>();
        for (var row : expectation.get(section)) {
            var dimensions = dimensionsOf(row, section, expectation);
            dimensions.ifPresent(told::add);
            if (Separable.isOnlyForReportingCurrency(row) || isOfInvoices(section, row)) {
                recorded.leftOut(ledgerOf(section), row.path("n").asInt(0));
            } else {
                rows.add(ExpectedRow.of((ObjectNode) row, dimensions.map(entry -> entry.get("dimensions"))));
            }
        }
        var candidates = candidates(section, expectation.path("since"));
        var pairing = new Pairing(rows, candidates, (row, entry) -> differing(row, entry).isEmpty());
        var left = new ArrayList<ObjectNode>();
        for (var entry = 0; entry < candidates.size(); entry++) {
            if (!pairing.isTaken(entry)) {
                left.add(candidates.get(entry));
            }
        }
        for (var row = 0; row < rows.size(); row++) {
            var entry = pairing.entryOf(row);
            if (entry.isPresent()) {
                var number = candidates.get(entry.getAsInt()).path("entry_no").asInt(0);
                recorded.found(ledgerOf(section), rows.get(row).recordedNo(), number);
                findings.found(section);
            } else {
                recorded.leftOut(ledgerOf(section), rows.get(row).recordedNo());
                findings.missing(section, "checkpoint " + label + ", " + section + ": " + describe(rows.get(row), left));
            }
        }
    }

    /** What is told of the dimensions of the entry that a row means: both carry the number of the recording. */
    private static Optional<JsonNode> dimensionsOf(JsonNode row, String section, JsonNode expectation) {
        return expectation.path(DIMENSIONS).valueStream()
                .filter(entry -> entry.path("ledger").asString("").equals(LEDGER_OF_SECTION.get(section)))
                .filter(entry -> row.has("n") && entry.path("n").equals(row.get("n")))
                .findFirst();
    }

    private List<ObjectNode> candidates(String section, JsonNode since) {
        var from = since.has(section) ? numberOf(since.get(section)) : 0;
        return ledgers.rows(ledgerOf(section)).stream()
                .filter(row -> !row.has("entry_no") || row.get("entry_no").intValue() > from)
                .toList();
    }

    private static String ledgerOf(String section) {
        return Objects.requireNonNull(LEDGER_OF_SECTION.get(section), section);
    }

    private int numberOf(JsonNode mark) {
        return mark.isObject() ? marks.of(mark.get("mark").asString()) + mark.path("plus").asInt(0) : marks.of(mark.asString());
    }

    private boolean isOfInvoices(String section, JsonNode row) {
        return section.equals("gl_entries") && surroundings.isAccountOfInvoices(row.path("account").asString(""));
    }

    private void compareDimensions(String label, JsonNode expected) {
        var ledger = expected.get("ledger").asString();
        var ordinal = expected.get("n").intValue();
        var number = recorded.entryNo(ledger, ordinal).orElse(ordinal);
        var entry = ledgers.rows(ledger).stream().filter(row -> row.get("entry_no").intValue() == number).findFirst();
        if (entry.isPresent() && ExpectedRow.isCombination(expected.get("dimensions"), entry.get())) {
            findings.found(DIMENSIONS);
        } else {
            findings.missing(DIMENSIONS, "checkpoint " + label + ", " + DIMENSIONS + ": " + expected + "; the entry has "
                    + entry.map(row -> row.get("dimensions").toString()).orElse("no place in the ledger"));
        }
    }

    private List<String> differing(ExpectedRow expected, ObjectNode present) {
        return expected.differing(present, surroundings.globalDimensions());
    }

    private String describe(ExpectedRow row, List<ObjectNode> candidates) {
        var closest = closest(row, candidates);
        if (closest.isEmpty()) {
            return "nothing like " + row.recordedNo() + " " + row.fields();
        }
        var text = new StringBuilder("row " + row.recordedNo() + " " + row.fields() + "; closest entry "
                + closest.get().path("entry_no").asString(""));
        for (var name : differing(row, closest.get())) {
            text.append("; ").append(row.difference(name, closest.get(), surroundings.globalDimensions()));
        }
        return text.toString();
    }

    private Optional<ObjectNode> closest(ExpectedRow row, List<ObjectNode> candidates) {
        ObjectNode best = null;
        var fewest = row.fields().size();
        for (var candidate : candidates) {
            var differing = differing(row, candidate).size();
            if (differing < fewest) {
                fewest = differing;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }
}
