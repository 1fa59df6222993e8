package org.stockbook.platform.records;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** All kinds of master records that the rooms declare. */
@Component
public class RecordTypes {
    private final ObjectProvider<RecordType> declared;
    private final DSLContext database;
    private volatile Map<String, RecordType> byName = Map.of();

    RecordTypes(ObjectProvider<RecordType> declared, DSLContext database) {
        this.declared = declared;
        this.database = database;
    }

    public List<RecordType> all() {
        return byName().values().stream().sorted(Comparator.comparing(RecordType::collection)).toList();
    }

    public Optional<RecordType> find(String collection) {
        return Optional.ofNullable(byName().get(collection));
    }

    /** Declarations do not change while the program runs. */
    private Map<String, RecordType> byName() {
        if (byName.isEmpty()) {
            byName = declared.stream().collect(Collectors.toUnmodifiableMap(RecordType::collection, Function.identity(), (first, _) -> first));
        }
        return byName;
    }

    /** @throws IllegalArgumentException if no room declares the collection */
    public RecordType of(String collection) {
        return find(collection).orElseThrow(() -> new IllegalArgumentException("no such collection: " + collection));
    }

    /** The rows of a kind, filtered, ordered and paged by the database; the record with key 0 stands for "none" and is none of them. */
    public TableRows rows(RecordType type) {
        var order = type.key().isEmpty() ? List.of(Sort.ascending("version")) : type.key().stream().map(field -> Sort.ascending(field.name())).toList();
        var rows = new TableRows(database, _ -> type.table(), type.listed(), order).only(type.visible());
        return type.id().filter(_ -> !type.single()).map(id -> rows.only(id.ne(0L))).orElse(rows);
    }

    /** What can be read of a kind, by name, over its table. */
    public Map<String, Field<?>> fieldsOf(RecordType type) {
        return type.listed();
    }
}
