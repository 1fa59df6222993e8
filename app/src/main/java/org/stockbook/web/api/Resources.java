package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.records.Lookup;
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
import org.stockbook.web.api.Identification.Reference;
import org.stockbook.web.api.Resource.Navigation;

/** The catalogue of the API: everything that the rooms declare as a list or as a kind of record. */
@Component
class Resources {
    private static final List<String> KEY_WORDS = List.of("Number", "Code");
    private static final String SEQUENCE = "sequence";
    /** What a key of a record is called where rows come from; it leaves the program as an id only. */
    private static final String KEY_OF_ROW = "id";

    private final ObjectProvider<Page> pages;
    private final ObjectProvider<ListPage.ForPrograms> more;
    private final RecordTypes types;
    private final Identities identities;
    private final References references;
    private final Map<String, Navigation> withLines = new ConcurrentHashMap<>();
    private volatile Map<String, Resource> all = Map.of();

    Resources(ObjectProvider<Page> pages, ObjectProvider<ListPage.ForPrograms> more, RecordTypes types, Identities identities, References references) {
        this.pages = pages;
        this.more = more;
        this.types = types;
        this.identities = identities;
        this.references = references;
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
            lists.values().forEach(page -> linesOf(page.collection(), lists).ifPresent(lines -> withLines.put(page.collection(), lines)));
            more.stream().forEach(list -> list.lines().ifPresent(
                    lines -> withLines.put(list.list().collection(), new Navigation(lines.collection(), lines.collection(), lines.from(), lines.to(), true))));
            more.stream().forEach(list -> list.above().ifPresent(
                    above -> withLines.put(above.collection(), new Navigation(list.list().collection(), list.list().collection(), above.from(), above.to(), true))));
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

    private Resource ofList(ListPage page) {
        var columns = page.columns().stream().filter(column -> !column.name().equals(KEY_OF_ROW)).toList();
        var first = columns.getFirst();
        var key = page.rows() instanceof TableRows rows && rows.offers(KEY_OF_ROW) ? Optional.of(KEY_OF_ROW)
                : first.kind() == Kind.NUMBER ? Optional.of(first.name()) : Optional.<String>empty();
        return new Resource(page.collection(), page.permission(), columns, page.rows(), keyOf(columns), page.order(), page.scopes(),
                waysFrom(page.collection(), columns, Optional.empty()), false, ids(page.collection(), key, columns, Optional.empty()));
    }

    /** The first column of a list names its rows; lines are numbered within what stands before their number. */
    private static List<String> keyOf(List<PageColumn> columns) {
        var names = columns.stream().map(PageColumn::name).toList();
        return names.subList(0, Math.max(0, names.indexOf(SEQUENCE)) + 1);
    }

    private Resource ofRecords(RecordType type) {
        var columns = columns(type);
        return new Resource(type.collection(), type.read(), columns, types.rows(type), key(type), List.of(), List.of(),
                waysFrom(type.collection(), columns, Optional.of(type)), type.single(), ids(type, columns));
    }

    /** The fields of the records beside the columns of the list, where both know the key. */
    private Resource ofBoth(ListPage page, RecordType type) {
        var key = key(type);
        var whole = page.rows() instanceof WholeRows;
        if (!whole && (!(page.rows() instanceof TableRows) || key.isEmpty() || key.stream().anyMatch(name -> page.column(name).isEmpty()))) {
            return ofRecords(type);
        }
        var columns = whole(page, type);
        var rows = page.rows() instanceof TableRows listed ? listed.beside(types.rows(type), key) : page.rows();
        return new Resource(page.collection(), whole ? page.permission() : type.read(), columns, rows, key, page.order(), page.scopes(),
                waysFrom(page.collection(), columns, Optional.of(type)), false, ids(type, columns));
    }

    private Identification ids(RecordType type, List<PageColumn> columns) {
        return ids(type.collection(), type.id().map(_ -> KEY_OF_ROW), columns, Optional.of(type));
    }

    /** What names a record of a kind that a number or a code alone tells apart can name it by its id, too. */
    private Identification ids(String collection, Optional<String> key, List<PageColumn> columns, Optional<RecordType> own) {
        var found = new ArrayList<Reference>();
        columns.stream().filter(column -> column.kind().isWritten() && !column.is(Trait.FIXED)).forEach(column -> named(column.name(), own)
                .filter(_ -> columns.stream().noneMatch(other -> other.name().equals(References.idName(column.name()))))
                .ifPresent(named -> found.add(new Reference(References.idName(column.name()), column.name(), named))));
        return new Identification(collection, key, found, identities, references);
    }

    private Optional<String> named(String column, Optional<RecordType> own) {
        var declared = own.flatMap(type -> type.field(column));
        if (declared.isEmpty()) {
            return references.collectionOf(column);
        }
        return KEY_WORDS.stream().noneMatch(column::endsWith) ? Optional.empty()
                : declared.get().lookup().filter(lookup -> lookup.scope().isEmpty() && lookup.kindred().isEmpty()).map(Lookup::collection)
                        .filter(name -> types.find(name).filter(References::isNamedByOneCode).isPresent());
    }

    private static List<PageColumn> whole(ListPage page, RecordType type) {
        var byName = new LinkedHashMap<String, PageColumn>();
        columns(type).forEach(column -> byName.put(column.name(), column));
        page.columns().forEach(column -> byName.put(column.name(), column));
        byName.remove(KEY_OF_ROW);
        return List.copyOf(byName.values());
    }

    private static List<String> key(RecordType type) {
        return type.key().stream().map(RecordField::name).toList();
    }

    private static List<PageColumn> columns(RecordType type) {
        var columns = new ArrayList<PageColumn>();
        type.fields().forEach(field -> columns.add(field.is(RecordField.Trait.COST)
                ? PageColumn.of(field.name(), field.kind()).with(Trait.COST)
                : PageColumn.of(field.name(), field.kind())));
        columns.add(PageColumn.of("version", Kind.NUMBER));
        columns.add(PageColumn.of("lastModifiedDateTime", Kind.MOMENT));
        columns.add(PageColumn.of(TableRows.CHANGE_NUMBER, Kind.NUMBER));
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
        Optional.ofNullable(withLines.get(collection)).ifPresent(ways::add);
        return ways;
    }

    /** The lines of documents: {@code purchaseOrders} lead to {@code purchaseOrderLines}, which say whose they are. */
    private static Optional<Navigation> linesOf(String collection, Map<String, ListPage> lists) {
        var lines = collection.substring(0, collection.length() - 1) + "Lines";
        return Optional.ofNullable(lists.get(lines)).filter(page -> page.columns().getFirst().name().equals("documentNumber"))
                .map(_ -> new Navigation(lines, lines, "number", "documentNumber", true));
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
