package org.stockbook.kernel.generaljournal;

import java.util.List;
import org.stockbook.kernel.posting.LineNo;

/** All of a journal, or why nothing of it. */
public sealed interface GeneralJournalOutcome {
    /**
     * What is to be written.
     *
     * @param documents in the order of their first lines; each sums to zero
     * @param skipped lines with amount zero
     */
    record Posted(List<JournalTransaction> documents, List<LineNo> skipped) implements GeneralJournalOutcome {
        public Posted {
            documents = List.copyOf(documents);
            skipped = List.copyOf(skipped);
        }
    }

    record Refused(List<GeneralJournalRefusal> refusals) implements GeneralJournalOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
