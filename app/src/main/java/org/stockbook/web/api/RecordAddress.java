package org.stockbook.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.Problem;

/** How a record is addressed: {@code 17}, {@code number:1000}, {@code itemNumber:1000,code:BOX} (spec: api, section 2). */
final class RecordAddress {
    private RecordAddress() {}

    static Map<String, Object> of(RecordType type, String key) {
        if (key.matches("[0-9]+")) {
            return Map.of("id", id(key));
        }
        var address = new LinkedHashMap<String, Object>();
        for (var part : key.split(",(?=[A-Za-z0-9]+:)")) {
            var pair = part.split(":", 2);
            if (type.key().stream().noneMatch(field -> field.name().equals(pair[0]))) {
                throw Problem.of(400, "api.unknown-field", Map.of("field", pair[0]));
            }
            address.put(pair[0], pair[1]);
        }
        return address;
    }

    /** A number that is no key of any record names none. */
    private static long id(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException tooLarge) {
            throw RecordCalls.notThere();
        }
    }

    static String location(RecordType type, Map<?, ?> row) {
        var key = row.containsKey(Identification.ID)
                ? String.valueOf(row.get(Identification.ID))
                : type.key().stream().map(field -> field.name() + ":" + Optional.<Object>ofNullable(row.get(field.name())).orElse("")).collect(Collectors.joining(","));
        return "/api/v1/" + type.collection() + "/" + key;
    }

    static String tag(Row row) {
        return "\"" + row.text("version") + "\"";
    }

    /** The version of the header If-Match; a star knowingly overwrites. */
    static OptionalLong version(String header) {
        var plain = header.strip().replaceFirst("^W/", "").replace("\"", "");
        if (plain.isEmpty()) {
            throw Problem.of(428, "api.version-required", Map.of());
        }
        try {
            return plain.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(plain));
        } catch (NumberFormatException unreadable) {
            throw Problem.of(400, "api.malformed", Map.of("reason", "If-Match: " + plain));
        }
    }

    /** Values as a draft takes them: null blanks a field; what is no value is refused. */
    static Map<String, Object> plain(Map<String, Object> values) {
        var plain = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value instanceof Map || value instanceof List) {
                throw Problem.of(400, "api.malformed", Map.of("reason", name));
            }
            plain.put(name, value == null ? "" : value);
        });
        return plain;
    }
}
