package org.stockbook.scenario.expectation;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares figures and texts: 5 and 5.00 are equal, no tolerance applies; everything that is no number compares as text. */
final class Figures {
    private Figures() {}

    static boolean equal(JsonNode expected, JsonNode present) {
        return expected.isNumber() && present.isNumber()
                ? decimal(expected).compareTo(decimal(present)) == 0
                : text(expected).equals(text(present));
    }

    static boolean equal(List<JsonNode> expected, List<JsonNode> present) {
        if (expected.size() != present.size()) {
            return false;
        }
        for (var i = 0; i < expected.size(); i++) {
            if (!equal(expected.get(i), present.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Dates compare as text in their ISO form. */
    static int compare(JsonNode one, JsonNode other) {
        return isFigure(one) && isFigure(other)
                ? decimal(one).compareTo(decimal(other))
                : text(one).compareTo(text(other));
    }

    static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asString());
    }

    static String text(JsonNode node) {
        if (node.isNumber()) {
            var value = node.decimalValue();
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
        return node.isNull() ? "" : node.asString();
    }

    private static boolean isFigure(JsonNode node) {
        return node.isNumber() || node.asString().matches("-?\\d+(\\.\\d+)?");
    }
}
