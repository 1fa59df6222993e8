package org.stockbook.generaljournal;

import java.util.Map;

/** What somebody typed. */
public sealed interface LineChange {
    /**
     * A new line.
     *
     * @param after number of the line behind which it stands, 0 for the end
     */
    record Added(int after, Map<GeneralJournalField, String> values) implements LineChange {
        public Added {
            values = Map.copyOf(values);
        }
    }

    /**
     * Other texts on a line.
     *
     * @param version that was read; 0 takes whatever is there
     */
    record Edited(long id, int version, Map<GeneralJournalField, String> values) implements LineChange {
        public Edited {
            values = Map.copyOf(values);
        }
    }

    /**
     * No line any more.
     *
     * @param version that was read; 0 removes whatever is there, and does not mind if it is gone
     */
    record Deleted(long id, int version) implements LineChange {}
}
