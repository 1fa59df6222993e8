package org.stockbook.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.kernel.documents.posting.DocumentRefusal;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.Refusal;

/** Refusals of the rules as codes with the values behind their texts. */
public final class DocumentIssues {
    private DocumentIssues() {}

    public static DocumentIssue of(DocumentRefusal refusal) {
        var line = refusal.at().map(no -> no.value()).orElse(0);
        return new DocumentIssue(line, refusal.code(), parameters(refusal));
    }

    public static DocumentIssue of(Refusal refusal) {
        return new DocumentIssue(refusal.line().value(), refusal.code(), parameters(refusal));
    }

    /** Everything the item ledger has against a posting. */
    public static List<DocumentIssue> of(InventoryOutcome.Refused refused) {
        var issues = new ArrayList<DocumentIssue>();
        refused.refusals().forEach(refusal -> issues.add(of(refusal)));
        refused.accounts().forEach(missing ->
                issues.add(new DocumentIssue(missing.line().value(), missing.refusal().code(), Map.of("key", missing.refusal().toString()))));
        return issues;
    }

    private static Map<String, Object> parameters(DocumentRefusal refusal) {
        return switch (refusal) {
            case DocumentRefusal.NothingToPost _, DocumentRefusal.ExternalNoRequired _, DocumentRefusal.ExactCostRequired _,
                    DocumentRefusal.ChargeWithoutTarget _ -> Map.of();
            case DocumentRefusal.PartnerBlocked blocked -> Map.of("level", blocked.blocked().name());
            case DocumentRefusal.ExternalNoUsed used -> Map.of("number", used.external());
            case DocumentRefusal.InvoiceNegative negative -> Map.of("total", negative.total().value());
            case DocumentRefusal.FieldRequired required -> Map.of("field", switch (required.field()) {
                case LOCATION -> "locationCode";
                case VARIANT -> "itemVariantCode";
            });
            case DocumentRefusal.AboveOutstanding above -> left(above.left());
            case DocumentRefusal.AboveInvoiceable above -> left(above.left());
            case DocumentRefusal.WrongSign wrong -> Map.of("quantity", wrong.quantity().value());
            case DocumentRefusal.ItemBlocked blocked -> Map.of("item", blocked.item().code());
            case DocumentRefusal.ReturnWithoutValue refused -> Map.of("reason", refused.reason().code());
            case DocumentRefusal.TrackingMismatch mismatch ->
                Map.of("covered", mismatch.covered().value(), "needed", mismatch.needed().value());
            case DocumentRefusal.ChargeNotAssigned open ->
                Map.of("assigned", open.assigned().value(), "needed", open.needed().value());
            case DocumentRefusal.ChargeTargetInvoiced invoiced -> Map.of("target", invoiced.target().value());
            case DocumentRefusal.AccountRefused refused -> Map.of("key", refused.account().key().toString());
            case DocumentRefusal.ByLedger refused -> parameters(refused.refusal());
        };
    }

    private static Map<String, Object> left(UnitQuantity left) {
        return Map.of("left", left.value());
    }

    private static Map<String, Object> parameters(Refusal refusal) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("line", refusal.line().value());
        switch (refusal) {
            case Refusal.PostingDateNotAllowed dates -> {
                parameters.put("date", dates.date());
                parameters.put("from", dates.from());
                parameters.put("to", dates.to());
            }
            case Refusal.InventoryClosed closed -> {
                parameters.put("date", closed.date());
                parameters.put("closedUpTo", closed.closedUpTo());
            }
            case Refusal.BeforeEarliestValuationDate floor -> parameters.put("floor", floor.floor());
            case Refusal.NotOnHand missing -> {
                parameters.put("item", missing.item().code());
                parameters.put("location", missing.location().code());
                parameters.put("missing", missing.missing().value());
            }
            case Refusal.TrackingNotOnHand missing -> {
                parameters.put("item", missing.item().code());
                parameters.put("missing", missing.missing().value());
            }
            case Refusal.ApplicationInvalid invalid -> {
                parameters.put("entry", invalid.entry().value());
                parameters.put("field", invalid.differs().name());
            }
            case Refusal.ApplicationQuantityExceeded exceeded -> entry(parameters, exceeded.entry().value(), exceeded.left().value());
            case Refusal.ReturnExceedsShipped exceeded -> entry(parameters, exceeded.entry().value(), exceeded.left().value());
            case Refusal.InvoiceExceedsEntry exceeded -> entry(parameters, exceeded.entry().value(), exceeded.left().value());
            case Refusal.UndoRefused undo -> parameters.put("entry", undo.entry().value());
            case Refusal.QuantityMissing _, Refusal.TransferQuantityNegative _, Refusal.ExactCostRequired _, Refusal.RevaluationStale _,
                    Refusal.UnapplyRefused _, Refusal.ReapplyLeavesNegative _ -> {}
        }
        return parameters;
    }

    private static void entry(Map<String, Object> parameters, long entry, Object left) {
        parameters.put("entry", entry);
        parameters.put("left", left);
    }
}
