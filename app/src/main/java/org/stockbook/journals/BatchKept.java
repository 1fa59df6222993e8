package org.stockbook.journals;

import java.util.Map;

/** What became of a batch that was to be made or changed. */
public sealed interface BatchKept {
    record Kept(JournalBatch batch) implements BatchKept {}

    /**
     * Nothing was changed.
     *
     * @param code of the specification's list
     */
    record Refused(String code, Map<String, Object> parameters) implements BatchKept {
        public Refused {
            parameters = Map.copyOf(parameters);
        }
    }
}
