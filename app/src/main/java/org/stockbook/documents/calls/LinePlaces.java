package org.stockbook.documents.calls;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where lines stand in a request or, where that has none, in the document, as RFC 6901 points at them (spec: api, section 6).
 *
 * @param collection the property that holds the lines
 */
public record LinePlaces(String collection, Function<Integer, String> line) {
    private static final int STEP = 10_000;

    /** Lines that come with the request; they are numbered in their order. */
    public static LinePlaces sent(String collection) {
        return new LinePlaces(collection, sequence -> "/" + collection + "/" + Math.max(0, sequence / STEP - 1));
    }

    /** Lines that are there. */
    public static LinePlaces of(String collection, Stream<Integer> sequences) {
        var places = List.copyOf(sequences.toList());
        return new LinePlaces(collection, sequence -> places.contains(sequence) ? "/" + collection + "/" + places.indexOf(sequence) : "");
    }

    /** The request is the line. */
    public static LinePlaces alone(String collection) {
        return new LinePlaces(collection, _ -> "");
    }

    /**
     * An RFC 6901 pointer; empty for all of it.
     *
     * @param sequence 0 for the document
     * @param field empty for the line or the document
     */
    String pointer(int sequence, String field) {
        return (sequence == 0 ? "" : line.apply(sequence)) + (field.isEmpty() ? "" : "/" + field);
    }
}
