package org.stockbook.inventory.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;

/** Counts, in every ledger and list of posted documents that the reader may see, what a search finds (spec: finance, section 12; ui, section 5). */
@Component
class FindEntries {
    private static final String POSTING_DATE = "postingDate";

    private final ObjectProvider<ListPage> lists;
    private final Permissions permissions;

    FindEntries(ObjectProvider<ListPage> lists, Permissions permissions) {
        this.lists = lists;
        this.permissions = permissions;
    }

    /**
     * Rows of one list.
     *
     * @param values what its columns must say, by column
     */
    record Found(ListPage list, Map<String, Object> values, long count) {}

    /** Lists that can answer and hold something, in the order of the menu. */
    List<Found> find(EntrySearch search) {
        if (search.texts().isEmpty()) {
            return List.of();
        }
        return lists.orderedStream().filter(ListPage::holdsWhatWasPosted).filter(list -> permissions.has(list.permission()))
                .flatMap(list -> values(list, search).stream().map(values -> new Found(list, values, count(list, values)))).filter(found -> found.count() > 0).toList();
    }

    /** Empty where the list lacks a column that the search is about. */
    private static Optional<Map<String, Object>> values(ListPage list, EntrySearch search) {
        var values = new LinkedHashMap<String, Object>();
        for (var wanted : search.texts().entrySet()) {
            var column = column(list, wanted.getKey());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            values.put(column.orElseThrow(), wanted.getValue());
        }
        search.day().ifPresent(day -> values.put(POSTING_DATE, day));
        return Optional.of(values);
    }

    /** The column that says it: by its name, by its heading, or the number of a posted document by itself. */
    private static Optional<String> column(ListPage list, String name) {
        return Stream.concat(list.columns().stream().filter(column -> column.name().equals(name) || column.key().equals("column." + name)),
                name.equals("documentNumber") ? list.column("number").stream() : Stream.empty()).map(PageColumn::name).findFirst();
    }

    private static long count(ListPage list, Map<String, Object> values) {
        var wanted = new Criterion.All(values.entrySet().stream().map(value -> Criterion.equal(value.getKey(), value.getValue())).toList());
        return list.rows().read(RowRequest.of(wanted).page(0, 1)).count();
    }
}
