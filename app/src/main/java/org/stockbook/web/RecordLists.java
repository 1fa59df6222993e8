package org.stockbook.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.PageColumn.Trait;

/** Lists and card sections made from the declaration of master records, so that a room only says where they stand. */
@Component
public class RecordLists {
    private static final Set<String> FILLING = Set.of("displayName", "description", "name");
    private static final Set<String> WORDED = Set.of("purpose", "languageTag", "languageCode");
    private static final Map<String, String> CARDS = Map.of("itemNumber", "items", "vendorNumber", "vendors", "customerNumber", "customers");

    private final RecordTypes types;

    RecordLists(RecordTypes types) {
        this.types = types;
    }

    /** A list of all records of a collection, with the fields that lists show; the others can be chosen. */
    public ListPage list(String path, Area area, String collection) {
        var type = types.of(collection);
        var columns = type.fields().stream().filter(field -> !field.is(RecordField.Trait.ELSEWHERE) || field.is(RecordField.Trait.LISTED)).map(RecordLists::column).toList();
        var order = type.key().stream().map(field -> Sort.ascending(field.name())).toList();
        return new ListPage(path, area, type.read(), collection, types.rows(type), columns, order, List.of());
    }

    private static PageColumn column(RecordField field) {
        var plain = PageColumn.of(field.name(), field.kind());
        var linked = CARDS.containsKey(field.name()) ? plain.linked(row -> link(CARDS.getOrDefault(field.name(), ""), row.text(field.name()))) : plain;
        var column = FILLING.contains(field.name()) ? linked.with(Trait.FILLING) : WORDED.contains(field.name()) ? linked.with(Trait.WORDED) : linked;
        return field.is(RecordField.Trait.LISTED) ? column : column.with(Trait.HIDDEN);
    }

    private static String link(String path, String key) {
        return key.isEmpty() ? "" : "/" + path + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Fields of a record under a heading. */
    public CardPage.Section section(String name, RecordType type, Row values, List<String> fields) {
        return new CardPage.Section(name, fields.stream().flatMap(field -> type.field(field).stream()).map(field -> CardPage.field(field.name(), field.kind())).toList(), values);
    }

    /** As what the value of a field is to be read, where a row names the collection and the field; empty where no such field is known. */
    public Optional<PageColumn> column(String collection, String field) {
        return types.find(collection).flatMap(type -> type.field(field)).map(RecordLists::column);
    }

    /** The columns of which the keys of a collection are made, where it takes more than one. */
    public List<PageColumn> key(String collection) {
        return types.find(collection).map(RecordType::key).filter(fields -> fields.size() > 1).stream().flatMap(List::stream).map(RecordLists::column).toList();
    }

    public RecordType type(String collection) {
        return types.of(collection);
    }
}
