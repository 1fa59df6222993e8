package org.stockbook.documents.corrections;

import java.util.List;
import java.util.Optional;
import org.stockbook.documents.Documents.PostedName;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;

/** What came of taking a posted invoice back. */
public sealed interface CorrectionOutcome {
    /**
     * Done.
     *
     * @param documents what was posted for it
     * @param draft the new document to go on with, if one was made
     */
    record Done(List<PostedName> documents, Optional<StoredDocument> draft) implements CorrectionOutcome {
        public Done {
            documents = List.copyOf(documents);
        }
    }

    /** Nothing was posted or made. */
    record Refused(List<DocumentIssue> issues) implements CorrectionOutcome {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** There is no such posted invoice. */
    record Missing() implements CorrectionOutcome {}
}
