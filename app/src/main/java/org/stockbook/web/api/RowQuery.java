package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Problem;

/**
 * What a call asks of a collection (spec: api, section 4).
 *
 * @param rows which rows, in which order
 * @param selected the columns to show; none for all
 * @param expanded what the rows lead to and is wanted with them
 * @param options as they were given, without dollar signs
 */
record RowQuery(RowRequest rows, Set<String> selected, List<ExpandOption> expanded, Map<String, String> options) {
    static final int DEFAULT_TOP = 100;
    static final int MOST_ROWS = 1000;
    private static final int FURTHEST = 10_000;
    private static final int LONGEST = 4000;
    private static final Set<String> OPTIONS = Set.of("filter", "orderby", "top", "skip", "count", "search", "select", "expand", "skiptoken");

    /**
     * Reads the options of a call; an unknown one is refused, because a typing error must not vanish.
     *
     * @param reach gives collections that rows lead to, as the caller may see them
     */
    static RowQuery of(Resource resource, Map<String, String> given, Function<String, Resource> reach) {
        var options = new HashMap<String, String>();
        given.forEach((name, value) -> {
            var option = name.startsWith("$") ? name.substring(1) : name;
            if (!OPTIONS.contains(option) && !resource.scopes().contains(option)) {
                throw Problem.of(400, TotalFilters.NAMES.contains(option) ? "api.filter-not-supported" : "api.unknown-field", Map.of("field", name));
            }
            if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
                throw ODataFilter.malformed(name);
            }
            options.put(option, value);
        });
        return read(resource, options, reach);
    }

    /** Whether it is asked how many rows there are; what is cheap to count is exact, too. */
    boolean counts() {
        return switch (options.getOrDefault("count", "false")) {
            case "true", "estimate" -> true;
            case "false" -> false;
            default -> throw ODataFilter.malformed("count");
        };
    }

    private static RowQuery read(Resource resource, Map<String, String> options, Function<String, Resource> reach) {
        var scope = new HashMap<>(options);
        scope.keySet().retainAll(resource.scopes());
        scope.values().removeIf(String::isBlank);
        TotalFilters.of(scope);    // refuses what nobody could read, also where no figure is asked for
        var selected = select(resource, options.getOrDefault("select", ""));
        var expanded = ExpandOption.read(options.getOrDefault("expand", ""));
        var top = Math.min(MOST_ROWS, number(options, "top", DEFAULT_TOP));
        var skip = number(options, "skip", 0);
        if (skip > FURTHEST) {
            throw Problem.of(400, "api.filter-not-supported", Map.of("field", "skip > " + FURTHEST));
        }
        var request = RowRequest.of(ODataFilter.read(resource, options.getOrDefault("filter", ""), reach)).searching(options.getOrDefault("search", ""))
                .orderedBy(order(resource, options.getOrDefault("orderby", ""))).page(skip, top).within(scope).selecting(columns(resource, selected, expanded));
        var token = options.getOrDefault("skiptoken", "");
        return new RowQuery(token.isEmpty() ? request : request.behind(PageToken.read(token)), selected, expanded, options);
    }

    private static Set<String> select(Resource resource, String select) {
        var selected = new LinkedHashSet<String>();
        for (var name : select.isBlank() ? new String[0] : select.split(",")) {
            if (!resource.shows(name.strip())) {
                throw Problem.of(400, "api.unknown-field", Map.of("field", name.strip()));
            }
            selected.add(name.strip());
        }
        return selected;
    }

    /** What must be read: what is shown, and what leads on. */
    private static Set<String> columns(Resource resource, Set<String> selected, List<ExpandOption> expanded) {
        var columns = new LinkedHashSet<String>();
        selected.forEach(name -> columns.add(resource.behind(name).orElse(name)));
        if (selected.isEmpty()) {
            resource.columns().forEach(column -> columns.add(column.name()));
            resource.ids().column().ifPresent(columns::add);
        }
        expanded.forEach(branch -> resource.navigation(branch.name()).ifPresent(way -> columns.add(way.from())));
        return columns;
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            var number = Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
            if (number < 0) {
                throw ODataFilter.malformed(name);
            }
            return number;
        } catch (NumberFormatException unreadable) {
            throw ODataFilter.malformed(name);
        }
    }

    private static List<Sort> order(Resource resource, String orderBy) {
        var levels = new ArrayList<Sort>();
        for (var level : orderBy.isBlank() ? new String[0] : orderBy.split(",")) {
            var words = level.strip().split("\\s+");
            var column = words[0].equals(Identification.ID) && resource.ids().column().isPresent() ? resource.ids().column().get()
                    : resource.column(words[0]).filter(one -> !one.is(Trait.FIXED)).map(PageColumn::name)
                            .orElseThrow(() -> Problem.of(400, "api.filter-not-supported", Map.of("field", words[0])));
            if (words.length > 2 || (words.length == 2 && !words[1].equalsIgnoreCase("asc") && !words[1].equalsIgnoreCase("desc"))) {
                throw ODataFilter.malformed(level.strip());
            }
            levels.add(new Sort(column, words.length > 1 && words[1].equalsIgnoreCase("desc")));
        }
        levels.addAll(resource.order());
        return levels;
    }
}
