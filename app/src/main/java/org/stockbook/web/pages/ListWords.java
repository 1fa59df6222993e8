package org.stockbook.web.pages;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Map<String, String> TABLES = Map.of("locationCode", "locations", "itemCategoryCode", "itemCategories", "locationFilter", "locations");
    /** How an expression says that there is none. */
    private static final String BLANK = "''";

    private final RecordTypes types;

    ListWords(RecordTypes types) {
        this.types = types;
    }

    Map<String, Offered> of(ListPage page, Rows rows) {
        var declared = types.find(page.collection()).map(type -> type.fields().stream().collect(Collectors.toMap(RecordField::name, RecordField::choices))).orElse(Map.of());
        var offered = new HashMap<String, Offered>();
        page.columns().stream().filter(column -> !column.is(Trait.FIXED)).forEach(column -> {
            var all = column.kind() == Kind.CHOICE ? choices(page, column, declared.getOrDefault(column.name(), List.of())) : column.isShown() ? codes(page, column.name()) : List.<String>of();
            var here = new HashSet<String>();
            if (column.kind() == Kind.CHOICE) {
                rows.rows().forEach(row -> here.add(row.text(column.name())));
            }
            offered.put(column.name(), new Offered(Set.copyOf(all), here));
        });
        page.scopes().forEach(scope -> offered.put(scope, new Offered(Set.copyOf(codes(page, scope)), Set.of())));
        return offered;
    }

    private static List<String> choices(ListPage page, PageColumn column, List<String> declared) {
        return declared.isEmpty() ? page.rows().words(column.name()) : declared;
    }

    /** The codes of a small table, and that there may be none. */
    private List<String> codes(ListPage page, String name) {
        var table = Optional.ofNullable(TABLES.get(name)).filter(collection -> !collection.equals(page.collection()));
        var codes = table.map(types::of).map(type -> types.rows(type).page(RowRequest.of(Criterion.EVERYTHING).selecting(Set.of("code")).page(0, CODES + 1)).rows()).orElse(List.of());
        return codes.isEmpty() || codes.size() > CODES ? List.of() : Stream.concat(codes.stream().map(row -> row.text("code")).filter(code -> !code.isEmpty()), Stream.of(BLANK)).toList();
    }
}
