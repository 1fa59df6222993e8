package org.stockbook.transfers;

import java.util.List;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/** What came of a change to a transfer order. */
public sealed interface TransferChanged {
    record Kept(StoredTransfer order) implements TransferChanged {}

    /** Nothing was kept. */
    record Refused(List<DocumentIssue> issues) implements TransferChanged {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    record ChangedByAnother(StoredTransfer now) implements TransferChanged {}

    /** There is no such order. */
    record Missing() implements TransferChanged {}
}
