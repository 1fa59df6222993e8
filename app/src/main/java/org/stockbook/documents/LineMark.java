package org.stockbook.documents;

import java.time.Instant;

/**
 * What is known of a line of an open document beside what was agreed.
 *
 * @param id its key, never used again
 * @param version counts every change of this line; a document's own version counts those of all of them
 * @param changedBy login of who made the last change; empty where nobody remembers
 */
public record LineMark(long id, int version, String changedBy, Instant changedAt) {}
