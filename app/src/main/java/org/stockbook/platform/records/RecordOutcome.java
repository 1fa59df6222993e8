package org.stockbook.platform.records;

import java.util.List;
import org.stockbook.platform.rows.Row;

/** What became of drafts: all of them or none. */
public sealed interface RecordOutcome {
    /** Kept, as they are now, in the order of the drafts. */
    record Saved(List<Row> rows, int created, int changed) implements RecordOutcome {
        public Saved {
            rows = List.copyOf(rows);
        }
    }

    /** Nothing was kept; every bad draft with its reasons. */
    record Refused(List<RecordIssue> issues) implements RecordOutcome {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** The record to change is not there. */
    record NotThere() implements RecordOutcome {}

    /** Somebody else changed the record since it was read; nothing was kept. */
    record ChangedByAnother(long version) implements RecordOutcome {}
}
