package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Problem;

/** How a row is addressed: {@code 17}, {@code entryNumber:4711}, {@code itemNumber:1000,code:BOX} (spec: api, section 2). */
final class ResourceAddress {
    private ResourceAddress() {}

    static Criterion criterion(Resource resource, String key) {
        if (resource.single()) {
            return Criterion.EVERYTHING;
        }
        if (key.matches("[0-9]+")) {
            return Criterion.equal(resource.ids().column().orElseThrow(RecordCalls::notThere), ODataFilter.whole(key));
        }
        var parts = new ArrayList<Criterion>();
        var given = new ArrayList<String>();
        for (var part : key.split(",(?=[A-Za-z0-9]+:)")) {
            var pair = part.split(":", 2);
            if (!resource.key().contains(pair[0]) || given.contains(pair[0])) {
                throw Problem.of(400, "api.unknown-field", Map.of("field", pair[0]));
            }
            given.add(pair[0]);
            parts.add(equal(column(resource, pair[0]), pair[1]));
        }
        if (!given.containsAll(resource.key())) {
            throw ODataFilter.malformed(key);
        }
        return new Criterion.All(parts);
    }

    private static PageColumn column(Resource resource, String name) {
        return resource.column(name).orElseThrow(() -> Problem.of(400, "api.unknown-field", Map.of("field", name)));
    }

    /** Codes are kept in capitals, whatever is typed. */
    private static Criterion equal(PageColumn column, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ODataFilter.malformed(column.name());
        }
        var capitals = value.toUpperCase(Locale.ROOT);
        return column.kind() == Kind.CODE && !capitals.equals(value)
                ? new Criterion.OneOf(column.name(), List.of(value, capitals))
                : Criterion.equal(column.name(), ODataFilter.value(column, "'" + value.replace("'", "''") + "'"));
    }

    static String location(Resource resource, Map<String, Object> row) {
        var key = row.containsKey(Identification.ID)
                ? String.valueOf(row.get(Identification.ID))
                : resource.key().stream().map(name -> name + ":" + Optional.ofNullable(row.get(name)).orElse("")).collect(Collectors.joining(","));
        return "/api/v1/" + resource.collection() + "/" + key;
    }
}
