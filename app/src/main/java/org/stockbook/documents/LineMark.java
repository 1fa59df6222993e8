package org.stockbook.documents;

import java.time.Instant;
import java.util.Optional;
import org.stockbook.kernel.documents.LineSubject;

/**
 * What is known of a line of an open document beside what was agreed.
 *
 * @param id its key, never used again; 0 where it is not kept yet
 * @param version counts every change of this line; a document's own version counts those of all of them
 * @param changedBy login of who made the last change; empty where nobody remembers
 * @param ordered what the line was about before a substitute took its place
 */
public record LineMark(long id, int version, String changedBy, Instant changedAt, Optional<LineSubject.OfItem> ordered) {
    /** Of a line that is not kept yet. */
    static LineMark ofNew(Optional<LineSubject.OfItem> ordered) {
        return new LineMark(0, 0, "", Instant.EPOCH, ordered);
    }

    LineMark ordering(Optional<LineSubject.OfItem> item) {
        return new LineMark(id, version, changedBy, changedAt, item);
    }
}
