package org.stockbook.platform.records;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.rows.Kind;

/** Writes new and changed records, one statement for many. */
final class RecordWriter {
    private static final int AT_ONCE = 500;

    private final DSLContext database;
    private final RecordType type;
    private final ReferenceKeys references;

    RecordWriter(DSLContext database, RecordType type, ReferenceKeys references) {
        this.database = database;
        this.type = type;
        this.references = references;
    }

    /** Adds records; a field that was not given keeps the default of its column. */
    void insert(List<RecordChange> changes) {
        changes.stream().collect(groupingBy(this::columnsNamed)).values().forEach(alike -> {
            for (int from = 0; from < alike.size(); from += AT_ONCE) {
                insertAlike(alike.subList(from, Math.min(alike.size(), from + AT_ONCE)));
            }
        });
    }

    private void insertAlike(List<RecordChange> changes) {
        var columns = List.copyOf(columnsToWrite(changes.getFirst()).keySet());
        var rows = changes.stream()
                .map(change -> {
                    var values = columnsToWrite(change);
                    return DSL.row(columns.stream().map(values::get).toList());
                })
                .toList();
        database.insertInto(type.table(), columns).valuesOfRows(rows).execute();
    }

    /** Changes records; each one's version counts on. */
    void update(List<RecordChange> changes) {
        var queries = changes.stream().map(this::update).toList();
        if (!queries.isEmpty()) {
            database.batch(queries).execute();
        }
    }

    private Query update(RecordChange change) {
        var values = new LinkedHashMap<Field<?>, Field<?>>(columnsToWrite(change));
        type.versionColumn().ifPresent(version -> values.put(version, version.plus(1)));
        if (values.isEmpty()) {
            type.fields().stream().filter(field -> field.lookup().isEmpty() && !field.is(Trait.ELSEWHERE)).findFirst()
                    .ifPresent(field -> values.put(field.column(), field.column()));
        }
        return database.update(type.table()).set(values).where(isThis(change));
    }

    /** The record as it was found: by its surrogate key, else by the key it had. */
    private Condition isThis(RecordChange change) {
        return type.id().isPresent()
                ? type.id().get().eq(change.id())
                : new RecordReader(database, type).isAddressed(change.before());
    }

    private String columnsNamed(RecordChange change) {
        return columnsToWrite(change).keySet().stream().map(Field::getName).collect(Collectors.joining(","));
    }

    private Map<Field<?>, Field<?>> columnsToWrite(RecordChange change) {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        var fields = new ArrayList<>(type.fields());
        fields.removeIf(field -> field.is(Trait.ELSEWHERE) || !change.names(field.name()));
        fields.forEach(field -> values.put(field.column(), value(field, change)));
        return values;
    }

    private Field<?> value(RecordField field, RecordChange change) {
        var type = field.column().getDataType();
        if (field.lookup().isPresent()) {
            return references.key(field, change).<Field<?>>map(key -> DSL.val(key, type)).orElseGet(() -> DSL.val((Object) null, type));
        }
        return change.value(field.name())
                .<Field<?>>map(value -> DSL.val(field.kind() == Kind.CHOICE ? field.literal(value.toString()).orElseThrow() : value, type))
                .orElseGet(() -> blank(type));
    }

    private static Field<?> blank(DataType<?> type) {
        if (type.nullable()) {
            return DSL.val((Object) null, type);
        }
        return type.getType() == String.class ? DSL.val("", type) : DSL.defaultValue(type);
    }
}
