package org.stockbook.scenario.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Chooses codes: alternatives between bars, ranges with two dots, {@code *} for any text and {@code ?} for one
 * character, {@code <>} for all others, several conditions joined by {@code &}.
 */
final class CodeFilter {
    private static final String RANGE = "..";
    private static final String OTHER_THAN = "<>";

    private final List<List<String>> alternatives;

    CodeFilter(String expression) {
        alternatives = List.of(expression.split("\\|")).stream()
                .map(alternative -> List.of(alternative.strip().replace("'", "").split("&")))
                .toList();
    }

    /** A condition as assertions write them, or an expression as above. */
    static CodeFilter of(JsonNode node) {
        if (!node.isObject()) {
            return new CodeFilter(node.asString());
        }
        var conditions = new ArrayList<String>();
        for (var part : node.properties()) {
            conditions.add(switch (part.getKey()) {
                case "<>" -> OTHER_THAN + part.getValue().asString();
                case "from" -> part.getValue().asString() + RANGE;
                case "to" -> RANGE + part.getValue().asString();
                case "any" -> part.getValue().valueStream().map(JsonNode::asString).collect(Collectors.joining("|"));
                default -> throw new IllegalArgumentException("condition " + node);
            });
        }
        return new CodeFilter(String.join("&", conditions));
    }

    boolean fits(String code) {
        var upper = code.toUpperCase(Locale.ROOT);
        return alternatives.stream().anyMatch(conditions -> conditions.stream()
                .allMatch(condition -> fits(upper, condition.strip().toUpperCase(Locale.ROOT))));
    }

    private static boolean fits(String code, String condition) {
        if (condition.startsWith(OTHER_THAN)) {
            return !fits(code, condition.substring(OTHER_THAN.length()));
        }
        var dots = condition.indexOf(RANGE);
        if (dots >= 0) {
            var from = condition.substring(0, dots);
            var to = condition.substring(dots + RANGE.length());
            return code.compareTo(from) >= 0 && (to.isEmpty() || code.compareTo(to) <= 0);
        }
        var pattern = Pattern.quote(condition).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return code.matches(pattern);
    }
}
