package org.stockbook.generaljournal;

import java.util.List;

/** What became of changes. */
public sealed interface LinesSaved {
    /** All were kept. */
    record Kept(List<DraftLine.Checked> lines, JournalTotals totals) implements LinesSaved {
        public Kept {
            lines = List.copyOf(lines);
        }
    }

    /** None were: somebody else changed or deleted these lines meanwhile. */
    record ChangedByAnother(List<Long> lines) implements LinesSaved {
        public ChangedByAnother {
            lines = List.copyOf(lines);
        }
    }
}
