package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/** The line and the field that a refusal is about, as the API points at them (spec: api, section 6). */
record IssuePlace(String lines, int sequence, String field) {
    static IssuePlace of(String lines, DocumentIssue issue) {
        return new IssuePlace(lines, issue.line(), field(lines, issue));
    }

    private static String field(String lines, DocumentIssue issue) {
        if (issue.parameters().get("field") instanceof String field) {
            return field;
        }
        return switch (issue.code()) {
            case "common.above-outstanding", "ledger.insufficient-stock" -> resource(lines).map(DocumentResource::toHandle).orElse("");
            case "common.above-invoiceable" -> "invoiceQuantity";
            case "common.below-handled", "common.wrong-sign" -> "quantity";
            case "items.unit-unknown" -> "unitOfMeasureCode";
            case "items.blocked", "items.purchasing-blocked", "items.sales-blocked" -> "lineObjectNumber";
            case "purchasing.charge-not-assigned", "purchasing.charge-no-target", "purchasing.charge-target-invoiced" -> "itemChargeAssignments";
            case "ledger.return-exceeds-shipped" -> "appliesFromEntryNumber";
            case "ledger.application-quantity-exceeded", "purchasing.return-exceeds-received" -> "appliesToEntryNumber";
            default -> "";
        };
    }

    private static Optional<DocumentResource> resource(String lines) {
        return DocumentResource.of(lines.replaceAll("Lines$", "s"));
    }

    /** An RFC 6901 pointer; empty where the refusal is about the document. */
    String pointer() {
        return sequence == 0 ? "" : "/" + lines + "/" + sequence + (field.isEmpty() ? "" : "/" + field);
    }

    Map<String, Object> target() {
        var target = new LinkedHashMap<String, Object>();
        target.put("collection", lines);
        target.put("sequence", sequence);
        if (!field.isEmpty()) {
            target.put("field", field);
        }
        return target;
    }
}
