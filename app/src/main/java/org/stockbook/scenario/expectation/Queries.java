package org.stockbook.scenario.expectation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the rows that a reference means: by ordinal, by mark, by conditions on fields, or by the key of a card. */
final class Queries {
    private static final Set<String> OF_A_LEDGER =
            Set.of("ledger", "n", "is", "entry_no", "where", "pick", "order_by", "field", "sum", "count", "empty");
    private static final Set<String> OF_A_CARD = Set.of(
            "item", "stockkeeping_unit", "document_line", "inventory_period", "journal_line", "account", "field");

    private final Ledgers ledgers;
    private final Expressions expressions;

    Queries(Ledgers ledgers, Expressions expressions) {
        this.ledgers = ledgers;
        this.expressions = expressions;
    }

    static void knowOnly(JsonNode node, Set<String> names) {
        for (var name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new NotUnderstood("\"" + name + "\" in " + node);
            }
        }
    }

    List<ObjectNode> rows(JsonNode reference) {
        if (!reference.has("ledger")) {
            return cards(reference);
        }
        knowOnly(reference, OF_A_LEDGER);
        if (reference.has("n")) {
            return byOrdinal(reference);
        }
        if (reference.has("entry_no")) {
            return byNumber(reference);
        }
        return picked(matching(reference), reference.path("pick").asString("first"));
    }

    private List<ObjectNode> byOrdinal(JsonNode reference) {
        var row = numbered(reference, reference.get("n").intValue());
        for (var condition : reference.path("is").properties()) {
            if (!Figures.equal(condition.getValue(), Ledgers.field(row, condition.getKey()))) {
                throw new NotUnderstood("entry " + reference.get("n") + " should have " + condition.getKey() + " "
                        + Figures.text(condition.getValue()) + " and has " + Figures.text(row.get(condition.getKey())));
            }
        }
        return List.of(row);
    }

    private List<ObjectNode> byNumber(JsonNode reference) {
        var rows = new ArrayList<ObjectNode>();
        for (var number : expressions.values(reference.get("entry_no"))) {
            rows.add(numbered(reference, number.intValue()));
        }
        return rows;
    }

    private ObjectNode numbered(JsonNode reference, int number) {
        return ledgers.rows(reference.get("ledger").asString()).stream()
                .filter(row -> Ledgers.field(row, "entry_no").intValue() == number)
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("there is no entry " + number + " in " + reference.get("ledger").asString()));
    }

    private List<ObjectNode> cards(JsonNode reference) {
        knowOnly(reference, OF_A_CARD);
        if (reference.has("item")) {
            var item = reference.get("item").isObject() ? reference.get("item").path("no") : reference.get("item");
            return all("item").stream().filter(row -> has(row, "item", item)).toList();
        }
        if (reference.has("account")) {
            var account = reference.get("account").isObject() ? reference.get("account").path("no") : reference.get("account");
            return List.of(ledgers.account(account.asString()));
        }
        if (reference.has("stockkeeping_unit")) {
            var key = reference.get("stockkeeping_unit");
            return all("stockkeeping-unit").stream()
                    .filter(row -> key.properties().stream().allMatch(part -> has(row, part.getKey(), part.getValue())))
                    .toList();
        }
        if (reference.has("inventory_period")) {
            var period = reference.get("inventory_period");
            var end = period.isObject() ? period.path("ending_date") : period;
            return all("inventory-period").stream().filter(row -> has(row, "ending_date", end)).toList();
        }
        if (reference.has("journal_line")) {
            var key = reference.get("journal_line");
            return all("revaluation-line").stream()
                    .filter(row -> key.properties().stream().allMatch(part -> has(row, part.getKey(), part.getValue())))
                    .toList();
        }
        if (reference.has("document_line")) {
            var line = reference.get("document_line");
            return ledgers.documentLine(
                    line.get("kind").asString(), line.get("doc").asString(), line.get("line").intValue());
        }
        throw new NotUnderstood("row " + reference);
    }

    private List<ObjectNode> all(String ledger) {
        return ledgers.rows(ledger);
    }

    private static boolean has(ObjectNode row, String field, JsonNode value) {
        return Figures.equal(value, Ledgers.field(row, field));
    }

    /** All rows of a ledger that fulfil every condition, in the order asked for. */
    List<ObjectNode> matching(JsonNode query) {
        knowOnly(query, OF_A_LEDGER);
        var rows = all(query.get("ledger").asString()).stream()
                .filter(row -> query.path("where").properties().stream()
                        .allMatch(condition -> fulfils(Ledgers.field(row, condition.getKey()), condition.getValue())));
        Comparator<ObjectNode> order = (_, _) -> 0;
        for (var field : query.path("order_by")) {
            var name = field.asString();
            order = order.thenComparing((one, other) -> Figures.compare(Ledgers.field(one, name), Ledgers.field(other, name)));
        }
        return rows.sorted(order).toList();
    }

    private boolean fulfils(JsonNode present, JsonNode condition) {
        if (!condition.isObject()) {
            return Figures.equal(condition, present);
        }
        return condition.properties().stream().allMatch(part -> switch (part.getKey()) {
            case ">" -> Figures.compare(present, bound(part.getValue())) > 0;
            case "<" -> Figures.compare(present, bound(part.getValue())) < 0;
            case "<>" -> !Figures.equal(bound(part.getValue()), present);
            case "from" -> Figures.compare(present, bound(part.getValue())) >= 0;
            case "to" -> Figures.compare(present, bound(part.getValue())) <= 0;
            case "any" -> part.getValue().valueStream().anyMatch(one -> fulfils(present, one));
            default -> throw new NotUnderstood("condition " + condition);
        });
    }

    private JsonNode bound(JsonNode value) {
        return value.isObject() ? expressions.values(value).getFirst() : value;
    }

    private static List<ObjectNode> picked(List<ObjectNode> rows, String pick) {
        if (pick.equals("each")) {
            return rows;
        }
        var index =
                switch (pick) {
                    case "first" -> 0;
                    case "last" -> rows.size() - 1;
                    case "last-1" -> rows.size() - 2;
                    default -> Integer.parseInt(pick) - 1;
                };
        return index < 0 || index >= rows.size() ? List.of() : List.of(rows.get(index));
    }
}
