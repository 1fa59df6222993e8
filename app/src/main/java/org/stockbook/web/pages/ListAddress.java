package org.stockbook.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.ListPage;

/** The address of a list says all of it: words, filters, order; so it can be kept, sent and opened again. */
record ListAddress(String path, Map<String, String> parameters) {
    private static final String SORT = "sort";
    private static final String WORDS = "search";

    ListAddress {
        parameters = new LinkedHashMap<>(parameters);
    }

    static ListAddress of(ListPage page, Map<String, String> given) {
        var known = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            var isKnown = name.equals(SORT) || name.equals(WORDS) || page.column(name).isPresent() || page.scopes().contains(name);
            if (isKnown && !value.isBlank()) {
                known.put(name, value);
            }
        });
        return new ListAddress("/" + page.path(), known);
    }

    String words() {
        return parameters.getOrDefault(WORDS, "");
    }

    List<Sort> order() {
        var sort = parameters.getOrDefault(SORT, "");
        return sort.isEmpty() ? List.of() : List.of(sort.startsWith("-") ? Sort.descending(sort.substring(1)) : Sort.ascending(sort));
    }

    ListAddress with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new ListAddress(path, more);
    }

    String link() {
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
