package org.stockbook.transfers;

import java.util.Map;
import org.stockbook.documents.DocumentIssues;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.documents.transfer.TransferRefusal;

/** Refusals of transfer orders as codes with the values behind their texts. */
final class TransferIssues {
    private TransferIssues() {}

    static DocumentIssue of(TransferRefusal refusal) {
        return refusal instanceof TransferRefusal.ByLedger ledger
                ? DocumentIssues.of(ledger.refusal())
                : new DocumentIssue(refusal.at().map(line -> line.value()).orElse(0), refusal.code(), parameters(refusal));
    }

    private static Map<String, Object> parameters(TransferRefusal refusal) {
        return switch (refusal) {
            case TransferRefusal.NothingToPost _, TransferRefusal.Incomplete _, TransferRefusal.ShipReceiveDiffer _, TransferRefusal.ByLedger _ -> Map.of();
            case TransferRefusal.LocationMissing _ -> Map.of("field", "locationCode");
            case TransferRefusal.LocationsEqual equal -> Map.of("location", equal.location().code());
            case TransferRefusal.AboveOutstanding above -> Map.of("left", above.left().value());
            case TransferRefusal.AboveInTransit above -> Map.of("left", above.inTransit().value());
            case TransferRefusal.ItemBlocked blocked -> Map.of("item", blocked.item().code());
            case TransferRefusal.NotStocked goods -> Map.of("item", goods.item().code());
        };
    }

    static DocumentIssue issue(int line, String code, Map<String, ?> parameters) {
        return new DocumentIssue(line, code, Map.copyOf(parameters));
    }

    static DocumentIssue notFound(int line, String field, Object value) {
        return issue(line, "api.reference-not-found", Map.of("field", field, "value", value));
    }

    static DocumentIssue missing(int line, String field) {
        return issue(line, "common.field-required", Map.of("field", field));
    }
}
