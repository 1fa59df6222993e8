package org.stockbook.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/**
 * A line as it was typed, so that what cannot be read or points nowhere stays as text, where the caller wants that or it stood there already; anything else
 * refuses the change (spec: api, section 5).
 *
 * @param texts what was typed and what could not be taken before, by field
 * @param patient fields whose text may stay
 * @param raw fields whose text stays
 */
public record AsTyped(Map<String, String> texts, Set<String> patient, Map<String, RawInput> raw) {
    /** What no person has typed: it leaves the texts of the line as they are. */
    public static final AsTyped NOTHING = new AsTyped(Map.of(), Set.of(), Map.of());

    private static final String NOT_FOUND = "api.reference-not-found";
    /** Codes that say that a value points nowhere, as the issue of its field says it. */
    private static final Map<String, String> NOWHERE =
            Map.of(NOT_FOUND, NOT_FOUND, "items.unit-unknown", NOT_FOUND, "items.reference-ambiguous", "items.reference-ambiguous");

    public AsTyped {
        texts = Map.copyOf(texts);
        patient = Set.copyOf(patient);
        raw = Map.copyOf(raw);
    }

    /** Whether the text of a field is to stay. */
    public boolean isRaw(String field) {
        return raw.containsKey(field);
    }

    /** Whether the text of a field could stay and does not yet. */
    public boolean mayKeep(String field) {
        return patient.contains(field) && texts.containsKey(field) && !isRaw(field);
    }

    /** The code under which the text of a field stays although it was refused; nothing where it must not. */
    public Optional<String> keeps(String field, String refusal) {
        return mayKeep(field) ? Optional.ofNullable(NOWHERE.get(refusal)) : Optional.empty();
    }

    /** @param code of what is wrong with it; empty where it only waits for another field */
    public AsTyped keeping(String field, String code) {
        if (!texts.containsKey(field)) {
            return this;
        }
        var more = new LinkedHashMap<>(raw);
        more.put(field, new RawInput(texts.getOrDefault(field, ""), code));
        return new AsTyped(texts, patient, more);
    }

    /** All texts stay: they wait until it is known what the line is about. */
    public AsTyped keepingAll() {
        var all = this;
        for (var field : texts.keySet()) {
            all = isRaw(field) ? all : all.keeping(field, "");
        }
        return all;
    }

    /** What holds after something else was typed on the same line; nothing typed changes nothing. */
    public AsTyped then(AsTyped later) {
        return later.texts.isEmpty() ? this : later;
    }

    /** The texts of a line once this is applied to it. */
    public Map<String, RawInput> on(Map<String, RawInput> before) {
        return texts.isEmpty() ? before : raw;
    }

    /** What posting has against the texts of a line. */
    public static List<DocumentIssue> issues(int line, Map<String, RawInput> raw) {
        return raw.entrySet().stream().filter(field -> !field.getValue().code().isEmpty()).sorted(Map.Entry.comparingByKey())
                .map(field -> new DocumentIssue(line, field.getValue().code(), Map.of("field", field.getKey(), "value", field.getValue().text()))).toList();
    }
}
