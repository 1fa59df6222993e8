package org.stockbook.scenario.expectation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.scenario.company.ScenarioCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a company as trees of named fields, read once per expectation. */
public final class Ledgers {
    private static final Set<String> OPEN_KINDS = Set.of(
            "purchase-order", "purchase-invoice", "purchase-return-order", "purchase-credit-memo", "sales-order", "sales-invoice",
            "sales-return-order", "sales-credit-memo");

    /** Ledgers and cards call some fields differently; a scenario may use either name. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "item_no", "item",
            "item", "item_no",
            "location_code", "location",
            "location", "location_code",
            "variant_code", "variant",
            "variant", "variant_code");

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

    /** A line of a posted document, or of an open one: orders, invoices and the like have no posted line of their own. */
    List<ObjectNode> documentLine(String kind, String document, int line) {
        return OPEN_KINDS.contains(kind)
                ? company.openLine(document, line).stream().map(this::tree).toList()
                : company.postedLine(kind, document, line).stream().map(this::tree).toList();
    }

    /** An account with the sum of its entries. */
    ObjectNode account(String no) {
        var sum = BigDecimal.ZERO;
        for (var row : rows("gl-entry")) {
            if (row.get("account").asString().equals(no)) {
                sum = sum.add(row.get("amount").decimalValue());
            }
        }
        return mapper.createObjectNode().put("account", no).put("no", no).put("balance", sum).put("net_change", sum);
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
            case "capacity-ledger-entry" -> List.of();
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
        var value = row.has(name) ? row.get(name) : row.get(OTHER_NAMES.getOrDefault(name, name));
        if (value == null) {
            throw new NotUnderstood("field " + name);
        }
        return value;
    }
}
