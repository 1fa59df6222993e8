package org.stockbook.documents.calls;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.RawInput;
import org.stockbook.web.Problem;

/**
 * What a call says of a line, together with the texts of the line that could not be taken before: they are tried again with every change, because
 * what they waited for may have been mended (spec: api, section 5).
 */
public final class TypedLine {
    private static final String UNREADABLE = "api.value-unreadable";

    private final Map<String, Object> values;
    private final Set<String> patient;
    private final Map<String, RawInput> raw = new HashMap<>();

    /**
     * As it was sent.
     *
     * @param before texts of the line; who sends a field empty takes its text away
     * @param lenient whether what cannot be taken stays as text instead of refusing the call
     */
    public TypedLine(Map<String, Object> sent, Map<String, RawInput> before, boolean lenient) {
        this.values = new LinkedHashMap<>();
        before.forEach((field, text) -> values.put(field, text.text()));
        sent.forEach((field, value) -> {
            if (before.containsKey(field) && (value == null || value.toString().isBlank())) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
        var again = new HashMap<>(before);
        again.keySet().removeAll(sent.keySet());
        this.patient = Set.copyOf(lenient ? values.keySet() : again.keySet());
    }

    public Map<String, Object> values() {
        return values;
    }

    /** A field as it can be read; nothing where its text stays. */
    public <T> Optional<T> read(String field, Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (Problem unreadable) {
            var text = Optional.ofNullable(values.get(field)).map(Object::toString).orElse("");
            if (!patient.contains(field) || text.isBlank()) {
                throw unreadable;
            }
            var code = unreadable.facts().code();
            raw.put(field, new RawInput(text, code.equals("api.word-unknown") ? UNREADABLE : code));
            return Optional.empty();
        }
    }

    /** What is known of the texts once all fields have been read. */
    public AsTyped typed() {
        var texts = new HashMap<String, String>();
        values.forEach((field, value) -> {
            if (value != null && !value.toString().isBlank()) {
                texts.put(field, value.toString());
            }
        });
        return new AsTyped(texts, patient, raw);
    }
}
