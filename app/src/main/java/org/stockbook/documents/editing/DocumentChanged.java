package org.stockbook.documents.editing;

import java.util.List;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;

/** What came of a change to an open document. */
public sealed interface DocumentChanged {
    record Kept(StoredDocument document) implements DocumentChanged {}

    /** Nothing was kept. */
    record Refused(List<DocumentIssue> issues) implements DocumentChanged {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** Nothing was kept, because the document is another than was read. */
    record ChangedByAnother(StoredDocument now) implements DocumentChanged {}

    /** There is no such document. */
    record Missing() implements DocumentChanged {}
}
