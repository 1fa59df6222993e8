package org.stockbook.documents.calls;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
    private final String place;

    public BodyReader(Map<String, Object> values, String... known) {
        this("", values, known);
    }

    /** @param place of the values in the request, as RFC 6901 points at it */
    private BodyReader(String place, Map<String, Object> values, String... known) {
        this.values = values;
        this.place = place;
        known(place, values, Set.of(known));
    }

    /** @throws Problem that names every property that nobody knows */
    public static void known(String place, Map<String, Object> values, Set<String> names) {
        var unknown = values.keySet().stream().filter(name -> !names.contains(name)).sorted()
                .map(name -> new Problem.Part("api.unknown-field", "error", place + pointer(name), Map.of("field", name), Map.of("field", name))).toList();
        if (!unknown.isEmpty()) {
            throw new Problem(new Problem.Facts(400, "api.unknown-field", unknown.getFirst().parameters(), unknown));
        }
    }

    /** As RFC 6901 writes the name of a property. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
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
                throw unreadableAt(name, text);
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
            throw unreadableAt(name, value.toString());
        });
    }

    /** One of a closed list of words; a stranger is answered with the list. */
    public Optional<String> word(String name, Set<String> allowed) {
        text(name).filter(word -> !allowed.contains(word)).ifPresent(word -> {
            throw Problem.wordUnknown(place + pointer(name), name, word, allowed);
        });
        return text(name);
    }

    /** A figure of at most 13 digits before and 5 after the point. */
    public Optional<BigDecimal> figure(String name) {
        return text(name).map(text -> {
            try {
                var number = new BigDecimal(text);
                if (number.stripTrailingZeros().scale() > 5 || number.precision() - number.scale() > 13) {
                    throw Problem.at(422, "api.needs-rounding", place + pointer(name), Map.of("field", name));
                }
                return number;
            } catch (NumberFormatException bad) {
                throw unreadableAt(name, text);
            }
        });
    }

    /** What is read. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The same place with other values. */
    public BodyReader with(Map<String, Object> others) {
        return new BodyReader(place, others, others.keySet().toArray(String[]::new));
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
            throw unreadableAt(name, found.toString());
        }
        var elements = new ArrayList<BodyReader>();
        list.forEach(element -> elements.add(new BodyReader(place + pointer(name) + "/" + elements.size(), object(name, element), known)));
        return elements;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw unreadableAt(name, String.valueOf(value));
    }

    public PostedLineKey line(DocumentType type) {
        return new PostedLineKey(type, new DocumentNo(code("number")), new LineNo(number("sequence")));
    }

    private Problem unreadableAt(String name, String value) {
        return Problem.at(422, "api.value-unreadable", place + pointer(name), Map.of("field", name, "value", value));
    }

    public static Problem unreadable(String field, String value) {
        return Problem.at(422, "api.value-unreadable", pointer(field), Map.of("field", field, "value", value));
    }
}
