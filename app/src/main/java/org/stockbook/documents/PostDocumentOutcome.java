package org.stockbook.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.Documents.PostedName;

/** What came of a document to be posted. */
public sealed interface PostDocumentOutcome {
    /**
     * Posted.
     *
     * @param document as it is now; empty when nothing is left of it
     * @param itemRegister 0 where nothing went to the item ledger
     */
    record Posted(List<PostedName> documents, Optional<StoredDocument> document, long itemRegister) implements PostDocumentOutcome {
        public Posted {
            documents = List.copyOf(documents);
        }
    }

    /** Nothing was posted. */
    record Refused(List<DocumentIssue> issues) implements PostDocumentOutcome {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** Somebody else has changed or posted it since it was read; nothing was posted. */
    record ChangedByAnother(StoredDocument now) implements PostDocumentOutcome {}

    /** It does not exist, or no longer; then what was posted from it. */
    record Gone(List<PostedName> documents) implements PostDocumentOutcome {
        public Gone {
            documents = List.copyOf(documents);
        }
    }

    /**
     * One reason.
     *
     * @param line 0 where it is about the document
     * @param code of the specification's list
     */
    record DocumentIssue(int line, String code, Map<String, Object> parameters) {
        public DocumentIssue {
            parameters = Map.copyOf(parameters);
        }
    }
}
