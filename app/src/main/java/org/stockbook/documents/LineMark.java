package org.stockbook.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.documents.LineSubject;

/**
 * What is known of a line of an open document beside what was agreed.
 *
 * @param id its key, never used again; 0 where it is not kept yet
 * @param version counts every change of this line; a document's own version counts those of all of them
 * @param changedBy login of who made the last change; empty where nobody remembers
 * @param ordered what the line was about before a substitute took its place
 * @param raw what was typed and could not be taken, by field; nothing is posted meanwhile
 */
public record LineMark(long id, int version, String changedBy, Instant changedAt, Optional<LineSubject.OfItem> ordered, Map<String, RawInput> raw) {
    public LineMark {
        raw = Map.copyOf(raw);
    }

    /** Of a line that is not kept yet. */
    public static LineMark ofNew() {
        return new LineMark(0, 0, "", Instant.EPOCH, Optional.empty(), Map.of());
    }

    LineMark ordering(Optional<LineSubject.OfItem> item) {
        return new LineMark(id, version, changedBy, changedAt, item, raw);
    }

    /** The same where this was typed. */
    public LineMark typed(AsTyped typed) {
        return new LineMark(id, version, changedBy, changedAt, ordered, typed.on(raw));
    }
}
