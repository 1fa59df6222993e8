package org.stockbook.scenario.expectation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates expressions over the ledgers: a field of a row, a sum or count over a query, a mark, or an operation on such.
 * A query that picks each row gives a value for each.
 */
public final class Expressions {
    private final Ledgers ledgers;
    private final Marks marks;
    private final Queries queries;

    public Expressions(Ledgers ledgers, Marks marks) {
        this.ledgers = ledgers;
        this.marks = marks;
        this.queries = new Queries(ledgers, this);
    }

    /** The rows that a reference means; none when it finds none. */
    List<ObjectNode> rows(JsonNode reference) {
        return queries.rows(reference);
    }

    /** The number of the entry that a mark step remembers; zero when there is none. */
    public int entryNumber(JsonNode query) {
        var rows = rows(query);
        return rows.isEmpty() ? 0 : Ledgers.field(rows.getFirst(), "entry_no").intValue();
    }

    public List<JsonNode> values(JsonNode expression) {
        if (!expression.isObject()) {
            return List.of(expression);
        }
        if (expression.has("op")) {
            Queries.knowOnly(expression, Set.of("op", "args"));
            return List.of(operation(expression.get("op").asString(), expression.get("args")));
        }
        if (expression.has("mark")) {
            return List.of(IntNode.valueOf(mark(expression)));
        }
        if (expression.has("sum")) {
            return List.of(sum(queries.matching(expression), expression.get("sum").asString()));
        }
        if (expression.has("count")) {
            return List.of(IntNode.valueOf(queries.matching(expression).size()));
        }
        if (expression.has("empty")) {
            return List.of(BooleanNode.valueOf(queries.matching(expression).isEmpty()));
        }
        return fields(expression);
    }

    private List<JsonNode> fields(JsonNode expression) {
        if (!expression.has("field")) {
            throw new NotUnderstood("expression " + expression);
        }
        var name = expression.get("field").asString();
        var values = new ArrayList<JsonNode>();
        for (var row : rows(expression)) {
            values.add(Ledgers.field(row, name));
        }
        return values;
    }

    int mark(JsonNode expression) {
        Queries.knowOnly(expression, Set.of("mark", "ledger", "plus"));
        return marks.of(expression.get("mark").asString()) + expression.path("plus").asInt(0);
    }

    private static JsonNode sum(List<ObjectNode> rows, String field) {
        var sum = BigDecimal.ZERO;
        for (var row : rows) {
            sum = sum.add(Figures.decimal(Ledgers.field(row, field)));
        }
        return DecimalNode.valueOf(sum);
    }

    private JsonNode operation(String name, JsonNode args) {
        var figures = new ArrayList<BigDecimal>();
        for (var arg : args) {
            figures.add(Figures.decimal(single(arg)));
        }
        return switch (name) {
            case "sum" -> DecimalNode.valueOf(figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case "neg" -> DecimalNode.valueOf(figures.getFirst().negate());
            case "abs" -> DecimalNode.valueOf(figures.getFirst().abs());
            case "round" -> DecimalNode.valueOf(rounded(figures.getFirst(), figures.size() > 1 ? figures.get(1) : new BigDecimal("0.01")));
            case "*" -> DecimalNode.valueOf(figures.stream().reduce(BigDecimal.ONE, BigDecimal::multiply));
            case "/" -> DecimalNode.valueOf(figures.getFirst().divide(figures.get(1), 28, RoundingMode.HALF_UP));
            case "=" -> BooleanNode.valueOf(figures.getFirst().compareTo(figures.get(1)) == 0);
            default -> throw new NotUnderstood("operation " + name);
        };
    }

    private static BigDecimal rounded(BigDecimal figure, BigDecimal precision) {
        return figure.divide(precision, 0, RoundingMode.HALF_UP).multiply(precision);
    }

    private JsonNode single(JsonNode expression) {
        var values = values(expression);
        if (values.size() != 1) {
            throw new NotUnderstood(values.size() + " values where one is needed: " + expression);
        }
        return values.getFirst();
    }

    /** The single figure of an expression over a proposed line and the ledgers. */
    public BigDecimal figure(JsonNode expression) {
        return Figures.decimal(single(expression));
    }
}
