package org.stockbook.documents.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/** The line and the field that a refusal is about, as the API points at them (spec: api, section 6). */
public record IssuePlace(LinePlaces lines, int sequence, String field) {
    public static IssuePlace of(LinePlaces lines, DocumentIssue issue) {
        return new IssuePlace(lines, issue.line(), field(lines.collection(), issue));
    }

    private static String field(String lines, DocumentIssue issue) {
        if (issue.parameters().get("field") instanceof String field) {
            return field;
        }
        return switch (issue.code()) {
            case "common.above-outstanding", "ledger.insufficient-stock", "purchasing.over-receipt-limit" -> comesIn(lines) ? "receiveQuantity" : "shipQuantity";
            case "transfer.above-in-transit" -> "receiveQuantity";
            case "transfer.ship-receive-differ" -> "shipQuantity";
            case "common.above-invoiceable" -> "invoiceQuantity";
            case "common.below-handled", "common.wrong-sign" -> "quantity";
            case "items.unit-unknown" -> "unitOfMeasureCode";
            case "items.blocked", "items.purchasing-blocked", "items.sales-blocked" -> "lineObjectNumber";
            case "purchasing.charge-not-assigned", "purchasing.charge-no-target", "purchasing.charge-target-invoiced" -> "itemChargeAssignments";
            case "ledger.return-exceeds-shipped", "sales.return-without-value" -> "appliesFromEntryNumber";
            case "ledger.application-quantity-exceeded", "purchasing.return-exceeds-received" -> "appliesToEntryNumber";
            default -> "";
        };
    }

    /** Goods of purchases come in, unless they go back; the other way round for sales. */
    private static boolean comesIn(String lines) {
        return lines.startsWith("purchase") != (lines.contains("Return") || lines.contains("CreditMemo"));
    }

    /** An RFC 6901 pointer; empty where the refusal is about the whole document. */
    public String pointer() {
        return lines.pointer(sequence, field);
    }

    public Map<String, Object> target() {
        var target = new LinkedHashMap<String, Object>();
        target.put("collection", sequence == 0 ? "" : lines.collection());
        target.put("sequence", sequence);
        if (!field.isEmpty()) {
            target.put("field", field);
        }
        return target;
    }
}
