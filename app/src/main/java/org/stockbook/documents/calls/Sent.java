package org.stockbook.documents.calls;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What a call has sent.
 *
 * @param document which it speaks of
 * @param values of the document or of one of its lines, by property
 * @param line of which they are the values, 0 for a new one
 * @param ofLine whether the line was read for itself and not with its document
 */
public record Sent<K>(K document, Map<String, Object> values, OptionalInt line, boolean ofLine) {
    public static <K> Sent<K> nothing(K document) {
        return new Sent<>(document, Map.of(), OptionalInt.empty(), false);
    }

    public static <K> Sent<K> header(K document, Map<String, Object> values) {
        return new Sent<>(document, values, OptionalInt.empty(), false);
    }

    public static <K> Sent<K> line(K document, Map<String, Object> values, int line) {
        return new Sent<>(document, values, OptionalInt.of(line), false);
    }

    /** The same of a line that has an address and a version of its own. */
    public Sent<K> alone() {
        return new Sent<>(document, values, line, true);
    }
}
