package org.stockbook.documents.editing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How far open documents have been changed, and by whom last. */
public interface DocumentVersions {
    /**
     * Documents of a kind by number; those that are gone are not in it.
     *
     * @param kind as stored, for instance {@code PURCHASE_ORDER}
     */
    Map<String, Version> now(String kind, Set<String> numbers);

    /**
     * A state of a document.
     *
     * @param number counts every change of the document or of one of its lines
     * @param changedBy the name of the user who made the last one
     * @param changedAt when that was
     */
    record Version(int number, String changedBy, Instant changedAt) {}
}
