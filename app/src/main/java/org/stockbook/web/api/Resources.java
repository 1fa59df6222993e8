package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.rows.WholeRows;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.api.Resource.Navigation;

/** The catalogue of the API: everything that the rooms declare as a list or as a kind of record. */
@Component
class Resources {
    private static final List<String> KEY_WORDS = List.of("Number", "Code");

    private final ObjectProvider<Page> pages;
    private final ObjectProvider<ListPage.ForPrograms> more;
    private final RecordTypes types;
    private volatile Map<String, Resource> all = Map.of();

    Resources(ObjectProvider<Page> pages, ObjectProvider<ListPage.ForPrograms> more, RecordTypes types) {
        this.pages = pages;
        this.more = more;
        this.types = types;
    }

    Optional<Resource> named(String collection) {
        return Optional.ofNullable(byName().get(collection));
    }

    List<Resource> all() {
        return List.copyOf(byName().values());
    }

    /** Declarations do not change while the program runs. */
    private Map<String, Resource> byName() {
        if (all.isEmpty()) {
            var lists = Stream.concat(pages.stream().filter(ListPage.class::isInstance).map(ListPage.class::cast), more.stream().map(ListPage.ForPrograms::list))
                    .collect(Collectors.toMap(ListPage::collection, page -> page, (first, _) -> first, LinkedHashMap::new));
            var names = Stream.concat(lists.keySet().stream(), types.all().stream().map(RecordType::collection)).distinct().sorted().toList();
            var found = new LinkedHashMap<String, Resource>();
            names.forEach(name -> found.put(name, resource(Optional.ofNullable(lists.get(name)), types.find(name))));
            all = found;
        }
        return all;
    }

    private Resource resource(Optional<ListPage> list, Optional<RecordType> type) {
        if (type.isEmpty()) {
            return ofList(list.orElseThrow());
        }
        return list.map(page -> ofBoth(page, type.get())).orElseGet(() -> ofRecords(type.get()));
    }

    /** The first column of a list names its rows. */
    private Resource ofList(ListPage page) {
        return new Resource(page.collection(), page.permission(), page.columns(), page.rows(), List.of(page.columns().getFirst().name()), page.order(), page.scopes(),
                waysFrom(page.collection(), page.columns(), Optional.empty()), false);
    }

    private Resource ofRecords(RecordType type) {
        var columns = columns(type);
        return new Resource(type.collection(), type.read(), columns, types.rows(type), key(type), List.of(), List.of(),
                waysFrom(type.collection(), columns, Optional.of(type)), type.single());
    }

    /** The fields of the records beside the columns of the list, where both know the key. */
    private Resource ofBoth(ListPage page, RecordType type) {
        var key = key(type);
        if (page.rows() instanceof WholeRows whole) {
            var own = whole(page, type);
            return new Resource(page.collection(), page.permission(), own, whole, key, page.order(), page.scopes(), waysFrom(page.collection(), own, Optional.of(type)), false);
        }
        if (!(page.rows() instanceof TableRows listed) || key.isEmpty() || key.stream().anyMatch(name -> page.column(name).isEmpty())) {
            return ofRecords(type);
        }
        var columns = whole(page, type);
        return new Resource(page.collection(), type.read(), columns, listed.beside(types.rows(type), key), key, page.order(), page.scopes(),
                waysFrom(page.collection(), columns, Optional.of(type)), false);
    }

    private static List<PageColumn> whole(ListPage page, RecordType type) {
        var byName = new LinkedHashMap<String, PageColumn>();
        columns(type).forEach(column -> byName.put(column.name(), column));
        page.columns().forEach(column -> byName.put(column.name(), column));
        return List.copyOf(byName.values());
    }

    private static List<String> key(RecordType type) {
        return type.key().stream().map(RecordField::name).toList();
    }

    private static List<PageColumn> columns(RecordType type) {
        var columns = new ArrayList<PageColumn>();
        type.id().ifPresent(_ -> columns.add(PageColumn.of("id", Kind.NUMBER)));
        type.fields().forEach(field -> columns.add(field.is(RecordField.Trait.COST)
                ? PageColumn.of(field.name(), field.kind()).with(Trait.COST)
                : PageColumn.of(field.name(), field.kind())));
        columns.add(PageColumn.of("version", Kind.NUMBER));
        return columns;
    }

    /** To the records that a row names by number or code, and to the records that have it in their key. */
    private List<Navigation> waysFrom(String collection, List<PageColumn> columns, Optional<RecordType> own) {
        var ways = new ArrayList<Navigation>();
        own.ifPresent(type -> type.fields().forEach(field -> field.lookup().ifPresent(lookup -> wayTo(field.name(), lookup.collection()).ifPresent(ways::add))));
        columns.stream().filter(column -> own.flatMap(type -> type.field(column.name())).isEmpty())
                .forEach(column -> wayTo(column.name(), plural(withoutKeyWord(column.name()))).ifPresent(ways::add));
        own.filter(type -> type.key().size() == 1).ifPresent(type -> types.all().forEach(child -> child.key().stream()
                .filter(field -> field.lookup().filter(lookup -> lookup.collection().equals(collection)).isPresent())
                .forEach(field -> ways.add(new Navigation(child.collection(), child.collection(), type.key().getFirst().name(), field.name(), true)))));
        return ways;
    }

    private Optional<Navigation> wayTo(String column, String collection) {
        var name = withoutKeyWord(column);
        return name.equals(column) ? Optional.empty() : types.find(collection).filter(type -> type.key().size() == 1)
                .map(type -> new Navigation(name, collection, column, type.key().getFirst().name(), false));
    }

    private static String withoutKeyWord(String column) {
        return KEY_WORDS.stream().filter(column::endsWith).findFirst().map(word -> column.substring(0, column.length() - word.length())).orElse(column);
    }

    private static String plural(String name) {
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
