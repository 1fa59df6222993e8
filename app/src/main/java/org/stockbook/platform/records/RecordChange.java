package org.stockbook.platform.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One record that is to be made or changed. Values are typed by their field: String, BigDecimal, Boolean, LocalDate, Long; references and
 * choices are codes and words; blanks are absent.
 *
 * @param row which of the drafts it came from
 * @param id surrogate key, 0 for a new record and where the table has none
 * @param before what is kept now; empty for a new record
 * @param given what the draft names, blanks as empty texts
 * @param after what is to be kept
 */
public record RecordChange(int row, long id, Map<String, Object> before, Map<String, Object> given, Map<String, Object> after) {
    public RecordChange {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    public boolean isNew() {
        return before.isEmpty();
    }

    public Optional<Object> value(String field) {
        return Optional.ofNullable(after.get(field));
    }

    /** The value as text, empty where it is blank. */
    public String text(String field) {
        return value(field).map(Object::toString).orElse("");
    }

    public String textBefore(String field) {
        return Optional.ofNullable(before.get(field)).map(Object::toString).orElse("");
    }

    public boolean flag(String field) {
        return value(field).filter(Boolean.TRUE::equals).isPresent();
    }

    /** Whether the record exists and this field gets another value. */
    public boolean changes(String field) {
        return !isNew() && !Values.same(before.get(field), after.get(field));
    }

    /** Whether the draft says something about the field. */
    public boolean names(String field) {
        return given.containsKey(field);
    }

    public Set<String> namedFields() {
        return given.keySet();
    }

    /** This change with one more value, as if it had been given. */
    public RecordChange giving(String field, Object value) {
        var newGiven = new LinkedHashMap<>(given);
        newGiven.put(field, value);
        var newAfter = new LinkedHashMap<>(after);
        if (Values.isBlank(value)) {
            newAfter.remove(field);
        } else {
            newAfter.put(field, value);
        }
        return new RecordChange(row, id, before, newGiven, newAfter);
    }

    public RecordIssue issue(String field, String code, Map<String, ?> parameters) {
        return new RecordIssue(row, field, code, Map.copyOf(parameters));
    }
}
