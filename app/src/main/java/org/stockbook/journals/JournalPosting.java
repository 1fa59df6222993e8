package org.stockbook.journals;

import java.util.List;
import java.util.stream.Stream;
import org.stockbook.kernel.code.DocumentNo;

/** What became of a batch that was to be posted: all of it or nothing (spec: journals, section 11). */
public sealed interface JournalPosting {
    /**
     * Written, the lines are gone; the register leads to everything that was written.
     *
     * @param replayed by an earlier call with the same key
     */
    record Posted(long register, List<DocumentNo> documents, int itemEntries, int valueEntries, int generalLedgerEntries, boolean replayed) implements JournalPosting {
        public Posted {
            documents = List.copyOf(documents);
        }

        /** Together with what was posted after it. */
        public Posted with(Posted later) {
            var all = Stream.concat(documents.stream(), later.documents.stream()).distinct().toList();
            return new Posted(later.register == 0 ? register : later.register, all, itemEntries + later.itemEntries, valueEntries + later.valueEntries,
                    generalLedgerEntries + later.generalLedgerEntries, replayed);
        }
    }

    /** Nothing was written; one issue per bad line. */
    record Refused(List<LineIssue> issues) implements JournalPosting {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
