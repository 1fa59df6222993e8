package org.stockbook.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.ListPage;

/** The address of a list says all of it: words, filters, order; so it can be kept, sent and opened again. */
record ListAddress(String path, Map<String, String> parameters) {
    private static final String SORT = "sort";
    private static final String WORDS = "search";
    private static final String COLUMNS = "columns";

    ListAddress {
        parameters = new LinkedHashMap<>(parameters);
    }

    static ListAddress of(ListPage page, Map<String, String> given) {
        var known = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            var isKnown = name.equals(SORT) || name.equals(WORDS) || name.equals(COLUMNS) || page.column(name).isPresent() || page.scopes().contains(name);
            if (isKnown && !value.isBlank()) {
                known.put(name, value);
            }
        });
        return new ListAddress("/" + page.path(), known);
    }

    /** A parameter given several times asks for any of its values. */
    static Map<String, String> joined(Map<String, List<String>> parameters) {
        var joined = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> joined.put(name, values.stream().filter(value -> !value.isBlank()).collect(Collectors.joining("|"))));
        return joined;
    }

    String words() {
        return parameters.getOrDefault(WORDS, "");
    }

    /** Columns chosen to be shown, in their order; empty for the page's own choice. */
    List<String> columns() {
        var columns = parameters.getOrDefault(COLUMNS, "");
        return columns.isEmpty() ? List.of() : List.of(columns.split(","));
    }

    /** One or several levels: {@code -quantity,itemNumber}. */
    List<Sort> order() {
        return Arrays.stream(parameters.getOrDefault(SORT, "").split(",")).filter(level -> !level.isBlank())
                .map(level -> level.startsWith("-") ? Sort.descending(level.substring(1)) : Sort.ascending(level)).toList();
    }

    /** The same without what narrows the rows and figures; columns and order stay. */
    ListAddress reset() {
        var kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(Set.of(SORT, COLUMNS));
        return new ListAddress(path, kept);
    }

    boolean isFiltered() {
        return !equals(reset());
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
