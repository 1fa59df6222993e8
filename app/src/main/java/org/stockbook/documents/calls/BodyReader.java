package org.stockbook.documents.calls;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.web.Problem;

/** Reads the bodies of actions strictly: an unknown property is an error (spec: api, section 3). */
public final class BodyReader {
    private final Map<String, Object> values;

    public BodyReader(Map<String, Object> values, String... known) {
        this.values = values;
        var names = Set.of(known);
        values.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
            throw Problem.of(400, "api.unknown-field", Map.of("field", unknown));
        });
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public String code(String name) {
        return text(name).map(text -> text.strip().toUpperCase(Locale.ROOT)).orElse("");
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException bad) {
                throw unreadable(name, text);
            }
        });
    }

    public int number(String name) {
        return CallOutcomes.parse(text(name).orElse("0"), name);
    }

    public Optional<Boolean> truth(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Boolean truth) {
                return truth;
            }
            throw unreadable(name, value.toString());
        });
    }

    /** A figure of at most 13 digits before and 5 after the point. */
    public Optional<BigDecimal> figure(String name) {
        return text(name).map(text -> {
            try {
                var number = new BigDecimal(text);
                if (number.stripTrailingZeros().scale() > 5 || number.precision() - number.scale() > 13) {
                    throw Problem.of(422, "api.needs-rounding", Map.of("field", name));
                }
                return number;
            } catch (NumberFormatException bad) {
                throw unreadable(name, text);
            }
        });
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The objects of a list; each may only have the named properties. */
    public List<BodyReader> list(String name, String... known) {
        var found = values.get(name);
        if (found == null) {
            return List.of();
        }
        if (!(found instanceof List<?> list)) {
            throw unreadable(name, found.toString());
        }
        return list.stream().map(element -> new BodyReader(object(name, element), known)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw unreadable(name, String.valueOf(value));
    }

    public PostedLineKey line(DocumentType type) {
        return new PostedLineKey(type, new DocumentNo(code("number")), new LineNo(number("sequence")));
    }

    public static Problem unreadable(String field, String value) {
        return Problem.of(422, "api.value-unreadable", Map.of("field", field, "value", value));
    }
}
