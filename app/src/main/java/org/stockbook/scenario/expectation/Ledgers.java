package org.stockbook.scenario.expectation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.scenario.company.ScenarioCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a company as trees of named fields, read once per expectation. */
public final class Ledgers {
    private final ScenarioCompany company;
    private final JsonMapper mapper;
    private final Map<String, List<ObjectNode>> rows = new HashMap<>();

    /** @param mapper writes fields under the names that the scenario format uses */
    public Ledgers(ScenarioCompany company, JsonMapper mapper) {
        this.company = company;
        this.mapper = mapper;
    }

    List<ObjectNode> rows(String ledger) {
        return rows.computeIfAbsent(ledger, this::read);
    }

    List<ObjectNode> postedLine(String kind, String document, int line) {
        return company.postedLine(kind, document, line).stream().map(this::tree).toList();
    }

    private List<ObjectNode> read(String ledger) {
        return switch (ledger) {
            case "item-ledger-entry" -> trees(company.itemLedgerEntries());
            case "value-entry" -> valueEntries();
            case "gl-entry" -> generalLedgerEntries();
            case "item" -> trees(company.items());
            case "stockkeeping-unit" -> trees(company.stockkeepingUnits());
            case "revaluation-line" -> trees(company.revaluationLines());
            case "inventory-period" -> trees(company.inventoryPeriods());
            case "post-value-entry-to-g-l" -> trees(company.pendingValueEntries());
            default -> throw new NotUnderstood("ledger " + ledger);
        };
    }

    /** The amounts of a value entry are its expected ones while it is a receipt or shipment only. */
    private List<ObjectNode> valueEntries() {
        var trees = trees(company.valueEntries());
        for (var row : trees) {
            var part = row.get("expected_cost").booleanValue() ? "expected" : "actual";
            row.set("cost_amount", row.get("cost_amount_" + part));
            row.set("sales_amount", row.get("sales_amount_" + part));
        }
        return trees;
    }

    private List<ObjectNode> generalLedgerEntries() {
        var trees = trees(company.generalLedgerEntries());
        for (var row : trees) {
            row.set("gl_account_no", row.get("account"));
        }
        return trees;
    }

    private List<ObjectNode> trees(List<?> records) {
        return records.stream().map(this::tree).toList();
    }

    private ObjectNode tree(Object row) {
        return mapper.valueToTree(row);
    }

    /** A field of a row; a name that the ledger does not have is not understood. */
    static JsonNode field(ObjectNode row, String name) {
        var value = row.get(name);
        if (value == null) {
            throw new NotUnderstood("field " + name);
        }
        return value;
    }
}
