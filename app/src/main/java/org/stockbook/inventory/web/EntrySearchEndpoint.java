package org.stockbook.inventory.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.inventory.web.FindEntries.Found;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Everything that was posted under a number, for programs (spec: api, section 11). Nothing is kept of a search, so it needs no key. */
@RestController
@RequestMapping(path = "/api/v1/entrySearches", produces = MediaType.APPLICATION_JSON_VALUE)
class EntrySearchEndpoint {
    private final FindEntries entries;
    private final Permissions permissions;

    EntrySearchEndpoint(FindEntries entries, Permissions permissions) {
        this.entries = entries;
        this.permissions = permissions;
    }

    @PostMapping
    Map<String, Object> search(@RequestBody EntrySearch search) {
        permissions.require(Permission.READ_INVENTORY);
        if (search.texts().isEmpty()) {
            throw Problem.of(422, "common.field-required", Map.of("field", "documentNumber"));
        }
        return Map.of("value", entries.find(search).stream().map(EntrySearchEndpoint::answer).toList());
    }

    private static Map<String, Object> answer(Found found) {
        return Map.of("collection", found.list().collection(), "count", found.count(), "filter", filter(found));
    }

    /** What {@code filter} of the list takes, to read what was counted. */
    private static String filter(Found found) {
        return found.values().entrySet().stream().map(value -> value.getKey() + " eq " + literal(value.getValue())).collect(Collectors.joining(" and "));
    }

    private static String literal(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
    }
}
