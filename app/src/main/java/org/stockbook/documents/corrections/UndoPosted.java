package org.stockbook.documents.corrections;

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
import org.stockbook.kernel.documents.corrections.Undo;
import org.stockbook.kernel.documents.corrections.UndoOutcome;
import org.stockbook.kernel.documents.corrections.UndoableLine;

/** Takes back receipts, shipments and returns of them that are not invoiced (spec: purchasing, section 6; sales, section 11). */
@Component
public class UndoPosted {
    private final PostedLines postedLines;
    private final InventoryPosting inventoryPosting;
    private final TransactionTemplate transaction;

    UndoPosted(PostedLines postedLines, InventoryPosting inventoryPosting, PlatformTransactionManager transactions) {
        this.postedLines = postedLines;
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
            return List.of(new DocumentIssue(0, "transfer.nothing-to-undo", Map.of()));
        }
        var lines = postedLines.lockForUndo(wanted);
        var missing = wanted.stream().filter(key -> lines.stream().noneMatch(line -> line.key().equals(key))).toList();
        if (!missing.isEmpty()) {
            return missing.stream()
                    .map(key -> new DocumentIssue(key.line().value(), "api.reference-not-found",
                            Map.of("field", "sequence", "value", key.document().code() + " " + key.line().value())))
                    .toList();
        }
        return switch (Undo.plan(lines)) {
            case UndoOutcome.Refused refused -> refused.refusals().stream()
                    .map(refusal -> new DocumentIssue(refusal.line().line().value(), refusal.code(), Map.of("line", refusal.line().line().value())))
                    .toList();
            case UndoOutcome.Planned planned -> write(lines, planned, user);
        };
    }

    private List<DocumentIssue> write(List<UndoableLine> lines, UndoOutcome.Planned planned, String user) {
        var isPurchase = lines.getFirst().key().type().name().startsWith("PURCHASE");
        var stamp = RegisterStamp.of(user, new SourceCode(isPurchase ? "PURCHASES" : "SALES"), JournalBatchName.BLANK);
        return switch (inventoryPosting.post(stamp, planned.lines())) {
            case InventoryOutcome.Refused refused -> DocumentIssues.of(refused);
            case InventoryOutcome.Posted posted -> {
                postedLines.keep(planned.corrections(), posted.lines(), user);
                yield List.of();
            }
        };
    }
}
