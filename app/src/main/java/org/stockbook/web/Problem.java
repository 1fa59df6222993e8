package org.stockbook.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Thrown by endpoints to answer with a problem (spec: api, section 6): a stable code with typed facts; the words are found in the caller's language under
 * {@code error.<code>}.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Facts facts;

    public Problem(Facts facts) {
        super(facts.code());
        this.facts = facts;
    }

    /** A problem without lines. */
    public static Problem of(int status, String code, Map<String, ?> parameters) {
        return new Problem(new Facts(status, code, parameters, List.of()));
    }

    /** A problem of one place of the request. */
    public static Problem at(int status, String code, String pointer, Map<String, ?> parameters) {
        var target = parameters.get("field") instanceof String field ? Map.of("field", field) : Map.<String, Object>of();
        return new Problem(new Facts(status, code, parameters, List.of(new Part(code, "error", pointer, target, parameters))));
    }

    /** A word that is not on a closed list; the caller is told the list. */
    public static Problem wordUnknown(String pointer, String field, String value, Collection<String> allowed) {
        var words = allowed.stream().sorted().toList();
        return at(422, "api.word-unknown", pointer, Map.of("field", field, "value", value, "allowed", words, "words", String.join(", ", words)));
    }

    public Facts facts() {
        return facts;
    }

    /**
     * What is wrong.
     *
     * @param status of HTTP
     * @param code one of the specification's list
     */
    public record Facts(int status, String code, Map<String, ?> parameters, List<Part> parts) {
        public Facts {
            parameters = Map.copyOf(parameters);
            parts = List.copyOf(parts);
        }
    }

    /**
     * One error among several.
     *
     * @param severity error or warning
     * @param pointer RFC 6901 pointer to the place
     * @param target collection, id, sequence and field of the place
     */
    public record Part(String code, String severity, String pointer, Map<String, ?> target, Map<String, ?> parameters) {
        public Part {
            target = Map.copyOf(target);
            parameters = Map.copyOf(parameters);
        }
    }
}
