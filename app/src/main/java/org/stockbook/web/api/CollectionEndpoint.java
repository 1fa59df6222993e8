package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Reads any collection that is declared as a list: filter, order, search, page, count (spec: api, section 4). */
@RestController
class CollectionEndpoint {
    private static final int DEFAULT_TOP = 100;
    private static final int MOST_ROWS = 1000;
    private static final int FURTHEST = 10_000;
    private static final Set<String> OPTIONS = Set.of("filter", "orderby", "top", "skip", "count", "search");

    private final Collections collections;
    private final Permissions permissions;
    private final Views views;

    CollectionEndpoint(Collections collections, Permissions permissions, Views views) {
        this.collections = collections;
        this.permissions = permissions;
        this.views = views;
    }

    @GetMapping(path = "/api/v1/{collection:[a-z][A-Za-z]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> read(@PathVariable String collection, @RequestParam Map<String, String> given,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepted) {
        var declared = collections.named(collection).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(declared.permission());
        var page = declared.visibleTo(views.current().user());
        var options = options(page, given);
        var request = request(page, options);
        var rows = page.rows().read(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("value", rows.rows().stream().map(row -> ApiValues.row(page, row, accepted.contains(ApiValues.COMPATIBLE))).toList());
        if (options.containsKey("count")) {
            answer.put("count", rows.count());
        }
        var shown = request.skip() + rows.rows().size();
        if (shown < rows.count() && shown <= FURTHEST) {
            answer.put("nextLink", "/api/v1/" + collection + nextQuery(given, shown));
        }
        return answer;
    }

    /** Options with or without the dollar sign; an unknown one is refused, because a typing error must not vanish. */
    private static Map<String, String> options(ListPage page, Map<String, String> given) {
        var options = new HashMap<String, String>();
        given.forEach((name, value) -> {
            var option = name.startsWith("$") ? name.substring(1) : name;
            if (!OPTIONS.contains(option) && !page.scopes().contains(option)) {
                throw Problem.of(HttpStatus.BAD_REQUEST.value(), "api.unknown-field", Map.of("field", name));
            }
            options.put(option, value);
        });
        return options;
    }

    private static RowRequest request(ListPage page, Map<String, String> options) {
        var scope = new HashMap<String, String>(options);
        scope.keySet().retainAll(page.scopes());
        var top = Math.min(MOST_ROWS, number(options, "top", DEFAULT_TOP));
        var skip = Math.min(FURTHEST, number(options, "skip", 0));
        return RowRequest.of(ODataFilter.read(page, options.getOrDefault("filter", ""))).searching(options.getOrDefault("search", ""))
                .orderedBy(order(page, options.getOrDefault("orderby", ""))).page(skip, top).within(scope);
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            return Math.max(0, Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise))));
        } catch (NumberFormatException unreadable) {
            throw ODataFilter.malformed(name);
        }
    }

    private static List<Sort> order(ListPage page, String orderBy) {
        var levels = new ArrayList<Sort>();
        for (var level : orderBy.isBlank() ? new String[0] : orderBy.split(",")) {
            var words = level.strip().split("\\s+");
            var column = page.column(words[0]).filter(one -> !one.is(Trait.FIXED))
                    .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST.value(), "api.filter-not-supported", Map.of("field", words[0])));
            levels.add(new Sort(column.name(), words.length > 1 && words[1].equalsIgnoreCase("desc")));
        }
        levels.addAll(page.order());
        return levels;
    }

    private static String nextQuery(Map<String, String> given, int skip) {
        var next = new LinkedHashMap<>(given);
        next.remove("$skip");
        next.put("skip", Integer.toString(skip));
        var query = UriComponentsBuilder.newInstance();
        next.forEach(query::queryParam);
        return query.encode().toUriString();
    }
}
