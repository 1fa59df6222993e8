package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single checks: fields of a row, or an expression against a figure or another expression. */
final class Assertions {
    private static final String KIND = "assertions";

    private final Expressions expressions;
    private final Surroundings surroundings;
    private final Findings findings;

    Assertions(Expressions expressions, Surroundings surroundings, Findings findings) {
        this.expressions = expressions;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    void check(JsonNode assertion) {
        if (Separable.isOnlyForReportingCurrency(assertion) || isOfInvoices(assertion)) {
            return;
        }
        var wrong = wrong(assertion);
        if (wrong.isEmpty()) {
            findings.found(KIND);
        } else {
            findings.missing(KIND, "assertion: " + String.join("; ", wrong) + " in " + assertion);
        }
    }

    /** What is wrong; also that a row is not there or is another one than the scenario thinks. */
    private List<String> wrong(JsonNode assertion) {
        try {
            return assertion.has("of") ? fields(assertion) : values(assertion);
        } catch (NotUnderstood problem) {
            return List.of(String.valueOf(problem.getMessage()));
        }
    }

    private boolean isOfInvoices(JsonNode assertion) {
        return surroundings.isAccountOfInvoices(assertion.path("fields").path("gl_account_no").asString(""));
    }

    private List<String> fields(JsonNode assertion) {
        Queries.knowOnly(assertion, Set.of("of", "fields"));
        var rows = expressions.rows(assertion.get("of"));
        if (rows.isEmpty()) {
            return List.of("there is no such row");
        }
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            for (var field : Separable.compared((ObjectNode) assertion.get("fields")).properties()) {
                var present = Ledgers.field(row, field.getKey());
                if (!Figures.equal(field.getValue(), present)) {
                    wrong.add(field.getKey() + " " + Figures.text(present) + " instead of " + Figures.text(field.getValue()));
                }
            }
        }
        return wrong;
    }

    private List<String> values(JsonNode assertion) {
        Queries.knowOnly(assertion, Set.of("value", "equals", "equals_value"));
        var present = expressions.values(assertion.get("value"));
        var wanted = assertion.has("equals")
                ? List.of(assertion.get("equals"))
                : expressions.values(assertion.get("equals_value"));
        return Figures.equal(wanted, present)
                ? List.of()
                : List.of(texts(present) + " instead of " + texts(wanted));
    }

    private static String texts(List<JsonNode> values) {
        return values.size() == 1
                ? Figures.text(values.getFirst())
                : values.stream().map(Figures::text).toList().toString();
    }
}
