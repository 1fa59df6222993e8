package org.stockbook.transfers;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentIssues;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.transfer.UndoShipment;

/** Takes transfer shipments back that are not received (spec: transfer, section 11). Receipts are transferred back instead. */
@Component
public class UndoTransferShipment {
    private final PostedTransfers posted;
    private final InventoryPosting inventoryPosting;
    private final TransactionTemplate transaction;

    UndoTransferShipment(PostedTransfers posted, InventoryPosting inventoryPosting, PlatformTransactionManager transactions) {
        this.posted = posted;
        this.inventoryPosting = inventoryPosting;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was refused, empty when everything is undone; all lines or none. */
    public List<DocumentIssue> undo(List<PostedLineKey> lines, String user) {
        return transaction.execute(status -> {
            var issues = attempt(lines, user);
            if (!issues.isEmpty()) {
                status.setRollbackOnly();
            }
            return issues;
        });
    }

    private List<DocumentIssue> attempt(List<PostedLineKey> wanted, String user) {
        if (wanted.isEmpty()) {
            return List.of(TransferIssues.issue(0, "transfer.nothing-to-undo", Map.of()));
        }
        var lines = posted.lockForUndo(wanted);
        var missing = wanted.stream().filter(key -> lines.stream().noneMatch(line -> line.key().equals(key))).toList();
        if (!missing.isEmpty()) {
            return missing.stream().map(key -> TransferIssues.notFound(key.line().value(), "sequence", key.document().code() + " " + key.line().value())).toList();
        }
        return switch (UndoShipment.plan(lines)) {
            case UndoShipment.Outcome.Refused refused -> refused.refusals().stream()
                    .map(refusal -> TransferIssues.issue(refusal.line().line().value(), refusal.code(), Map.of("line", refusal.line().line().value())))
                    .toList();
            case UndoShipment.Outcome.Planned planned -> write(planned, user);
        };
    }

    private List<DocumentIssue> write(UndoShipment.Outcome.Planned planned, String user) {
        var stamp = RegisterStamp.of(user, new SourceCode("TRANSFER"), JournalBatchName.BLANK);
        return switch (inventoryPosting.post(stamp, planned.lines())) {
            case InventoryOutcome.Refused refused -> DocumentIssues.of(refused);
            case InventoryOutcome.Posted done -> {
                posted.keep(planned.corrections(), done.lines(), user);
                yield List.of();
            }
        };
    }
}
