package org.stockbook.web.calls;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.web.Problem;

/**
 * The lines of a request; what is wrong with their shape is said of all of them at once, each with its place.
 *
 * @param collection the property that holds them, and the collection whose lines they are like
 */
public record LinesOfCall(String collection, List<Map<?, ?>> lines) {
    private static final int MOST_LINES = 10_000;

    public LinesOfCall {
        lines = List.copyOf(lines);
    }

    /** @throws Problem if the body holds anything but lines, or too many of them */
    public static LinesOfCall of(Map<String, Object> body, String collection) {
        var unknown = body.keySet().stream().filter(property -> !property.equals(collection)).sorted()
                .map(property -> part("api.unknown-field", "/" + escaped(property), Map.of("field", property))).toList();
        refuse(unknown);
        if (!(body.getOrDefault(collection, List.of()) instanceof List<?> given)) {
            throw Problem.of(400, "api.malformed", Map.of("reason", collection));
        }
        if (given.size() > MOST_LINES) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var lines = new ArrayList<Map<?, ?>>();
        for (var line : given) {
            if (!(line instanceof Map<?, ?> fields)) {
                throw Problem.of(400, "api.malformed", Map.of("reason", "/" + collection + "/" + lines.size()));
            }
            lines.add(fields);
        }
        return new LinesOfCall(collection, lines);
    }

    /** The texts of one property, of the lines that have it. */
    public List<String> texts(String property) {
        return lines.stream().flatMap(line -> line.get(property) instanceof String text ? Optional.of(text).stream() : Optional.<String>empty().stream()).toList();
    }

    /**
     * What was sent of each line, by fields; what is null was sent as blank.
     *
     * @param named the field of a property
     * @param writable those that may be sent
     */
    public <F extends Enum<F>> List<Map<F, String>> read(Class<F> fields, Function<String, Optional<F>> named, Set<F> writable) {
        var wrong = new ArrayList<Problem.Part>();
        var read = new ArrayList<Map<F, String>>();
        for (var line : lines) {
            var place = "/" + collection + "/" + read.size() + "/";
            var values = new EnumMap<F, String>(fields);
            line.forEach((name, value) -> {
                var property = String.valueOf(name);
                var field = named.apply(property);
                var text = text(value);
                var known = Map.of("field", property, "value", "…");
                if (field.isEmpty()) {
                    wrong.add(part("api.unknown-field", place + escaped(property), known));
                } else if (!writable.contains(field.get())) {
                    wrong.add(part("api.field-read-only", place + escaped(property), known));
                } else if (text.isEmpty()) {
                    wrong.add(part("api.value-unreadable", place + escaped(property), known));
                } else {
                    values.put(field.get(), text.get());
                }
            });
            read.add(values);
        }
        refuse(wrong);
        return read;
    }

    private static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.of("");
            case String text -> Optional.of(text.replace("\u0000", ""));
            case BigDecimal figure -> Optional.of(figure.toPlainString());
            case Number figure -> Optional.of(figure.toString());
            case Boolean flag -> Optional.of(flag.toString());
            default -> Optional.empty();
        };
    }

    private static void refuse(List<Problem.Part> wrong) {
        if (!wrong.isEmpty()) {
            throw new Problem(new Problem.Facts(400, wrong.getFirst().code(), wrong.getFirst().parameters(), wrong));
        }
    }

    private static Problem.Part part(String code, String pointer, Map<String, String> parameters) {
        return new Problem.Part(code, "error", pointer, Map.of("field", parameters.getOrDefault("field", "")), parameters);
    }

    /** As RFC 6901 writes the name of a property. */
    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The place of a line or one of its fields in the request.
     *
     * @param step between the numbers of lines, the first of which is one step
     * @param field empty for the line itself
     */
    private static String pointer(String collection, int lineNo, int step, String field) {
        return lineNo < step ? "" : "/" + collection + "/" + (lineNo / step - 1) + (field.isEmpty() ? "" : "/" + field);
    }

    /** @throws Problem without a key, which posting cannot do without */
    public static String needed(String idempotencyKey) {
        if (idempotencyKey.isBlank()) {
            throw Problem.of(428, "api.idempotency-key-required", Map.of());
        }
        return idempotencyKey;
    }

    /**
     * The version in an If-Match header; 0 knowingly overwrites whatever is there.
     *
     * @throws Problem without one, which a change must name
     */
    public static long version(String header) {
        var plain = header.strip().replaceFirst("^W/", "").replace("\"", "");
        if (plain.isEmpty()) {
            throw Problem.of(428, "api.version-required", Map.of());
        }
        if (!plain.equals("*") && !plain.matches("\\d{1,18}")) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", "If-Match", "value", header));
        }
        return plain.equals("*") ? 0 : Long.parseLong(plain);
    }

    /** Does what may be sent again under the same key; a key that cannot be used is answered as a problem. */
    public static <T> T once(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallRefused refused) {
            throw Problem.of(refused.status(), refused.code(), Map.of("reason", "Idempotency-Key"));
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param lineNo below one step where it is the call itself
     * @param field property of the field, empty for the line
     */
    public record Fault(int lineNo, String field, String code, String severity, Map<String, ?> parameters) {}

    /**
     * All that stands against posting the lines; a single fault of the call speaks for itself.
     *
     * @param step between the numbers of lines
     */
    public static Problem refused(String collection, int step, List<Fault> faults) {
        var first = faults.getFirst();
        var ofCall = faults.size() == 1 && first.lineNo() == 0;
        return new Problem(new Problem.Facts(422, ofCall ? first.code() : "api.posting-refused", ofCall ? first.parameters() : Map.of("count", faults.size()),
                faults.stream().map(fault -> new Problem.Part(fault.code(), fault.severity(), pointer(collection, fault.lineNo(), step, fault.field()),
                        Map.of("collection", collection, "sequence", fault.lineNo(), "field", fault.field()), fault.parameters())).toList()));
    }

    /** What was written, by this call or by an earlier one with the same key. */
    public static ResponseEntity<Map<String, Object>> created(String location, boolean replayed, Map<String, Object> body) {
        var response = ResponseEntity.status(201).header(HttpHeaders.LOCATION, location);
        return (replayed ? response.header("Idempotency-Replayed", "true") : response).body(body);
    }
}
