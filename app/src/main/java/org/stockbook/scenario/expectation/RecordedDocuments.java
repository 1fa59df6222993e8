package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Posted documents by the numbers that they had when a scenario was recorded. A scenario calls its documents by names of its own; where it
 * says a number that none of them has, the n-th number of a series is the n-th document of that kind that the scenario posts.
 */
public final class RecordedDocuments {
    private static final int NUMBERS_OF_A_SERIES = 1000;

    /** The thousands that the numbers of a kind begin with, by side and by what a step calls the document. */
    private static final Map<String, Integer> SERIES = Map.of(
            "sales shipment", 102, "sales invoice", 103, "sales credit_memo", 104, "purchase return_shipment", 105, "purchase receipt", 107,
            "sales return_receipt", 107, "purchase invoice", 108, "purchase credit_memo", 109);

    private final Set<String> names = new HashSet<>();
    private final Map<Integer, List<String>> posted = new HashMap<>();

    public RecordedDocuments(List<JsonNode> steps) {
        for (var step : steps) {
            var side = step.path("do").asString("").replaceFirst("\\..*", "");
            for (var document : step.path("creates").properties()) {
                Optional.ofNullable(SERIES.get(side + ' ' + document.getKey())).ifPresent(
                        series -> posted.computeIfAbsent(series, _ -> new ArrayList<>()).add(document.getValue().asString()));
                names.add(document.getValue().asString());
            }
            step.path("lines").forEach(line -> names.add(line.path("document").asString("")));
        }
    }

    /** An expectation in which every document goes by its name. */
    public JsonNode named(JsonNode expectation) {
        return named(expectation.deepCopy(), false);
    }

    private JsonNode named(JsonNode node, boolean ofDocument) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.propertyNames())) {
                object.set(field, named(object.get(field), ofDocument || field.equals("document_no")));
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, named(array.get(i), ofDocument));
            }
        } else if (ofDocument && node.isString()) {
            return name(node.asString()).<JsonNode>map(StringNode::valueOf).orElse(node);
        }
        return node;
    }

    private Optional<String> name(String number) {
        if (names.contains(number) || !number.matches("\\d{6}")) {
            return Optional.empty();
        }
        var documents = posted.getOrDefault(Integer.parseInt(number) / NUMBERS_OF_A_SERIES, List.of());
        var place = Integer.parseInt(number) % NUMBERS_OF_A_SERIES;
        return place >= 1 && place <= documents.size() ? Optional.of(documents.get(place - 1)) : Optional.empty();
    }
}
