package org.stockbook.costs.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.web.Problem;

/** The body of a call: only known fields, each of its kind; blanks are absent. */
record Body(Map<String, Object> values) {
    /** Refuses fields that nobody reads, because a typing error must not vanish. */
    static Body of(Optional<Map<String, Object>> given, Set<String> known) {
        var values = given.orElse(Map.of());
        values.keySet().stream().filter(field -> !known.contains(field)).findFirst().ifPresent(field -> {
            throw Problem.of(400, "api.unknown-field", Map.of("field", field));
        });
        return new Body(values);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(Object::toString).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean flag(String field, boolean otherwise) {
        return text(field).map(word -> switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(field);
        }).orElse(otherwise);
    }

    Optional<LocalDate> date(String field) {
        return text(field).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw malformed(field);
            }
        });
    }

    Optional<LocalTime> time(String field) {
        return text(field).map(text -> {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException unreadable) {
                throw malformed(field);
            }
        });
    }

    /** A list, or one text with commas between. */
    List<String> list(String field) {
        return switch (values.get(field)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).map(String::strip).filter(text -> !text.isEmpty()).toList();
            case Object single -> Arrays.stream(single.toString().split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList();
        };
    }

    private static Problem malformed(String field) {
        return Problem.of(400, "api.malformed", Map.of("reason", field));
    }
}
