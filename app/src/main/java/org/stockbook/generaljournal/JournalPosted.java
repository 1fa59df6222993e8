package org.stockbook.generaljournal;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;

/** What became of a posting. */
public sealed interface JournalPosted {
    /**
     * Everything was written.
     *
     * @param replayed by an earlier call with the same key
     */
    record Posted(long register, List<DocumentNo> documents, int ledgerEntries, int vatEntries, int partnerEntries, boolean replayed) implements JournalPosted {
        public Posted {
            documents = List.copyOf(documents);
        }
    }

    /** Nothing was; every bad line is named. */
    record Refused(List<DraftIssue> issues) implements JournalPosted {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
