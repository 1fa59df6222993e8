package org.stockbook.web.pages;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.pages.FilterPane.Offered;

/**
 * What the columns of a list can be filtered to: the words of an enumeration and the codes of a small table, wherever in the list they stand.
 * No ledger is read for it.
 */
@Component
class ListWords {
    /** A table with more codes than these is no choice to tick, but one to type. */
    private static final int CODES = 12;
    private static final Map<String, String> TABLES = Map.of("locationCode", "locations", "itemCategoryCode", "itemCategories");

    private final RecordTypes types;

    ListWords(RecordTypes types) {
        this.types = types;
    }

    Map<String, Offered> of(ListPage page, Rows rows) {
        var declared = types.find(page.collection()).map(type -> type.fields().stream().collect(Collectors.toMap(RecordField::name, RecordField::choices))).orElse(Map.of());
        var offered = new HashMap<String, Offered>();
        page.columns().stream().filter(column -> !column.is(Trait.FIXED)).forEach(column -> {
            var all = column.kind() == Kind.CHOICE ? choices(page, column, declared.getOrDefault(column.name(), List.of())) : codes(page, column);
            var here = new HashSet<String>();
            if (column.kind() == Kind.CHOICE) {
                rows.rows().forEach(row -> here.add(row.text(column.name())));
            }
            offered.put(column.name(), new Offered(Set.copyOf(all), here));
        });
        return offered;
    }

    private static List<String> choices(ListPage page, PageColumn column, List<String> declared) {
        return declared.isEmpty() ? page.rows().words(column.name()) : declared;
    }

    private List<String> codes(ListPage page, PageColumn column) {
        var table = Optional.ofNullable(TABLES.get(column.name())).filter(collection -> !collection.equals(page.collection()) && column.isShown());
        var codes = table.map(types::of).map(type -> types.rows(type).page(RowRequest.of(Criterion.EVERYTHING).selecting(Set.of("code")).page(0, CODES + 1)).rows()).orElse(List.of());
        return codes.size() > CODES ? List.of() : codes.stream().map(row -> row.text("code")).toList();
    }
}
