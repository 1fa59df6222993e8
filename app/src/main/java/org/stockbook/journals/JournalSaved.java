package org.stockbook.journals;

import java.util.List;

/** What became of changed lines. */
public sealed interface JournalSaved {
    /** Kept, each line with its defaults and issues, in the order of the changes. */
    record Kept(List<JournalLine> lines, JournalTotals totals) implements JournalSaved {
        public Kept {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody else changed or deleted one of the lines since it was read; nothing was kept. */
    record ChangedByAnother(List<Long> lineIds) implements JournalSaved {
        public ChangedByAnother {
            lineIds = List.copyOf(lineIds);
        }
    }
}
