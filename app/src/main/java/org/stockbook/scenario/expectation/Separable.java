package org.stockbook.scenario.expectation;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out of an expectation what is checked apart: amounts in an additional reporting currency, which are not kept yet,
 * dimensions where the company keeps none, and the accounts of invoices, which depend on groups that fixtures do not hold.
 */
final class Separable {
    private static final Set<String> OF_INVOICES = Set.of("sales", "purchases", "vat", "receivables", "payables");

    private Separable() {}

    static boolean isOnlyForReportingCurrency(JsonNode node) {
        return node.path("acy_only").asBoolean(false) || mentionsReportingCurrency(node);
    }

    private static boolean mentionsReportingCurrency(JsonNode node) {
        if (node.isObject() && node.path("field").asString("").endsWith("_acy")) {
            return true;
        }
        return node.valueStream().anyMatch(Separable::mentionsReportingCurrency);
    }

    /** The fields of a row or assertion that are to be compared. */
    static ObjectNode compared(ObjectNode row) {
        var fields = row.deepCopy();
        for (var name : Set.copyOf(row.propertyNames())) {
            if (name.equals("acy") || name.equals("acy_only") || name.endsWith("_acy") || name.equals("additional_currency_amount")) {
                fields.remove(name);
            }
        }
        return fields;
    }

    /** Discounts come under several names. */
    static boolean isOfInvoices(String accountKind) {
        return OF_INVOICES.contains(accountKind) || accountKind.endsWith("discount");
    }
}
