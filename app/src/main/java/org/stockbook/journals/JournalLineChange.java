package org.stockbook.journals;

import java.util.Map;

/**
 * What was typed into one line: only the fields that changed. Order never matters: item is applied before unit, unit before quantity,
 * quantity before amount; given values win over defaults (spec: api, section 5).
 */
public sealed interface JournalLineChange {
    /** Canonical texts as in {@link JournalLine}; an empty text blanks the field. */
    Map<JournalField, String> values();

    /**
     * A new line.
     *
     * @param after line number behind which it stands; 0 for the end of the batch
     */
    record Added(int after, Map<JournalField, String> values) implements JournalLineChange {
        public Added {
            values = Map.copyOf(values);
        }
    }

    /**
     * A line that goes.
     *
     * @param version the version that was read; 0 for whatever is there, which may be nothing any more
     */
    record Deleted(long id, int version) implements JournalLineChange {
        @Override
        public Map<JournalField, String> values() {
            return Map.of();
        }
    }

    /**
     * A changed line.
     *
     * @param version the version that was read; 0 overwrites whatever is there
     */
    record Edited(long id, int version, Map<JournalField, String> values) implements JournalLineChange {
        public Edited {
            values = Map.copyOf(values);
        }
    }
}
