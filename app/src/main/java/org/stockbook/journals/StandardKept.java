package org.stockbook.journals;

import java.util.Map;

/** What became of lines that were to be kept as a standard journal, or taken from one. */
public sealed interface StandardKept {
    record Saved(StandardJournal journal) implements StandardKept {}

    /** The lines are at the end of the batch. */
    record Taken(JournalSaved.Kept lines) implements StandardKept {}

    /**
     * Nothing was changed.
     *
     * @param code of the specification's list
     */
    record Refused(String code, Map<String, Object> parameters) implements StandardKept {
        public Refused {
            parameters = Map.copyOf(parameters);
        }
    }
}
