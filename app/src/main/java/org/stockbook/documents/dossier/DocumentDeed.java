package org.stockbook.documents.dossier;

import java.time.Instant;
import java.util.Map;

/**
 * Something that was done to a document.
 *
 * @param line position of the first line concerned, 0 where none is
 * @param values what was changed to what, by column; of files their name
 */
public record DocumentDeed(Instant at, String login, Kind kind, int line, Map<String, String> values) {
    public DocumentDeed {
        values = Map.copyOf(values);
    }

    /** What can be done to a document. */
    public enum Kind {
        CREATED,
        CHANGED,
        LINE_ADDED,
        LINE_CHANGED,
        LINE_REMOVED,
        RELEASED,
        REOPENED,
        FILE_ADDED,
        FILE_REMOVED,
        /** Its values name the type and the number of what was posted. */
        POSTED
    }
}
