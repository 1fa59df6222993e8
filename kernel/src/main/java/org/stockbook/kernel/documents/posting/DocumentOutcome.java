package org.stockbook.kernel.documents.posting;

import java.util.List;

/** What came of a document to be posted: all of it or every reason why not. */
public sealed interface DocumentOutcome {
    record Planned(DocumentPlan plan) implements DocumentOutcome {}

    /** Nothing may be posted; at least one refusal, in the order of the lines. */
    record Refused(List<DocumentRefusal> refusals) implements DocumentOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
