package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.api.Resource.Navigation;

/** Reads collections as a call asks, with what their rows lead to: one query for each branch, however many rows. */
@Component
class ResourceReader {
    private static final int DEEPEST = 3;
    private static final int MOST_BEHIND = 10_000;

    private final Resources resources;
    private final Permissions permissions;
    private final Views views;

    ResourceReader(Resources resources, Permissions permissions, Views views) {
        this.resources = resources;
        this.permissions = permissions;
        this.views = views;
    }

    /** Rows as JSON objects, and what the page says of the rest. */
    record Answer(List<Map<String, Object>> value, Rows rows) {}

    /** The collection as the caller may see it. */
    Resource resource(String collection) {
        var resource = resources.named(collection).orElseThrow(RecordCalls::notThere);
        permissions.require(resource.permission());
        return resource.visibleTo(views.current().user());
    }

    Answer read(Resource resource, RowQuery query, boolean decimalsAsText) {
        return read(resource, query, new Style(decimalsAsText, 1));
    }

    private record Style(boolean decimalsAsText, int depth) {}

    private Answer read(Resource resource, RowQuery query, Style style) {
        var branches = query.expanded().stream().map(option -> branch(resource, option, style)).toList();
        var rows = resource.rows().read(query.rows());
        var behind = branches.stream().map(branch -> behind(branch, rows.rows(), style)).toList();
        var written = new ApiValues.Style(style.decimalsAsText(), resource.ids().named(rows.rows(), query.selected()));
        var value = new ArrayList<Map<String, Object>>();
        rows.rows().forEach(row -> {
            var object = new LinkedHashMap<>(ApiValues.row(resource, query.selected(), row, written));
            for (int i = 0; i < branches.size(); i++) {
                put(object, branches.get(i), behind.get(i), row);
            }
            value.add(object);
        });
        return new Answer(value, rows);
    }

    private static void put(Map<String, Object> object, Branch branch, Map<String, List<Map<String, Object>>> behind, Row row) {
        var found = behind.getOrDefault(row.text(branch.way().from()), List.of());
        if (branch.way().many()) {
            object.put(branch.way().name(), found);
        } else {
            found.stream().findFirst().ifPresent(one -> object.put(branch.way().name(), one));
        }
    }

    /** A branch that may be read. */
    private record Branch(Navigation way, Resource resource, RowQuery query) {}

    private Branch branch(Resource from, ExpandOption option, Style style) {
        if (style.depth() > DEEPEST) {
            throw Problem.of(400, "api.filter-not-supported", Map.of("field", option.name()));
        }
        var way = from.navigation(option.name()).orElseThrow(() -> Problem.of(400, "api.filter-not-supported", Map.of("field", option.name())));
        var target = resource(way.collection());
        var options = new HashMap<>(option.options());
        if (options.keySet().stream().anyMatch(name -> name.endsWith("skiptoken") || name.endsWith("skip"))) {
            throw Problem.of(400, "api.filter-not-supported", Map.of("field", option.name()));
        }
        return new Branch(way, target, RowQuery.of(target, options, this::resource));
    }

    /** What rows lead to, by the value that leads there. */
    private Map<String, List<Map<String, Object>>> behind(Branch branch, List<Row> rows, Style style) {
        var way = branch.way();
        var values = new LinkedHashSet<Object>();
        rows.forEach(row -> row.value(way.from()).ifPresent(values::add));
        if (values.isEmpty()) {
            return Map.of();
        }
        var query = branch.query();
        var columns = new LinkedHashSet<>(query.rows().columns());
        columns.add(way.to());
        var request = query.rows().selecting(columns).page(0, MOST_BEHIND);
        var restricted = new Criterion.All(List.of(request.criterion(), new Criterion.OneOf(way.to(), List.copyOf(values))));
        var selected = new LinkedHashSet<>(query.selected());
        var shown = new LinkedHashSet<>(selected);
        if (!shown.isEmpty()) {
            shown.add(way.to());
        }
        var found = read(branch.resource(), new RowQuery(request.restrictedTo(restricted), shown, query.expanded(), query.options()), new Style(style.decimalsAsText(), style.depth() + 1));
        var grouped = new HashMap<String, List<Map<String, Object>>>();
        for (int i = 0; i < found.value().size(); i++) {
            var key = found.rows().rows().get(i).text(way.to());
            var object = found.value().get(i);
            if (!selected.isEmpty() && !selected.contains(way.to())) {
                object.remove(way.to());
            }
            var together = grouped.computeIfAbsent(key, _ -> new ArrayList<>());
            if (together.size() < query.rows().top()) {
                together.add(object);
            }
        }
        return grouped;
    }

    /** One row by its address. */
    Optional<Map<String, Object>> find(Resource resource, Criterion address, Map<String, String> options, boolean decimalsAsText) {
        var query = RowQuery.of(resource, options, this::resource);
        var one = new RowQuery(query.rows().restrictedTo(address).page(0, 1), query.selected(), query.expanded(), query.options());
        return read(resource, one, decimalsAsText).value().stream().findFirst();
    }
}
