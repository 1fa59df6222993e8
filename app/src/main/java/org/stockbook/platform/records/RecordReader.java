package org.stockbook.platform.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.rows.Row;

/** Reads records by their human keys, many at once. */
final class RecordReader {
    private static final int AT_ONCE = 500;

    private final DSLContext database;
    private final RecordType type;

    RecordReader(DSLContext database, RecordType type) {
        this.database = database;
        this.type = type;
    }

    /** The records of these keys, by the text of their key; locked until the transaction ends if asked for. */
    Map<String, Row> byKeys(List<Map<String, Object>> keys, boolean locked) {
        var found = new HashMap<String, Row>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            read(isOneOf(some).and(type.visible()), locked).forEach(row -> found.put(type.keyText(row.values()), row));
        }
        return found;
    }

    /** Texts of those keys that are taken by a row that is no record any more. */
    Set<String> takenUnseen(List<Map<String, Object>> keys) {
        var taken = new HashSet<String>();
        if (!keys.isEmpty() && !type.visible().equals(DSL.noCondition())) {
            read(isOneOf(keys).andNot(type.visible()), false).forEach(row -> taken.add(type.keyText(row.values())));
        }
        return taken;
    }

    private Condition isOneOf(List<Map<String, Object>> keys) {
        return DSL.or(keys.stream().map(this::isKey).toList());
    }

    /** Rows by an address: the surrogate key or the fields of the human key. */
    List<Row> byAddress(Map<String, Object> address, boolean locked) {
        return read(isAddressed(address).and(type.visible()), locked);
    }

    Condition isAddressed(Map<String, Object> address) {
        if (type.single()) {
            return DSL.trueCondition();
        }
        return address.containsKey("id") && type.id().isPresent()
                ? type.id().get().eq(Long.valueOf(String.valueOf(address.get("id")))).and(type.id().get().ne(0L))    // key 0 stands for "none"
                : isKey(address);
    }

    private Condition isKey(Map<String, Object> key) {
        return type.single()
                ? DSL.trueCondition()
                : DSL.and(type.key().stream().map(field -> equal(field, key.getOrDefault(field.name(), ""))).toList());
    }

    /** A reference is found by the key behind its code, so that the index of the table serves. */
    private static Condition equal(RecordField field, Object value) {
        if (field.lookup().isPresent()) {
            var lookup = field.lookup().get();
            if (Values.isBlank(value) && field.column().getDataType().nullable()) {
                return field.column().isNull();
            }
            return lookup.scope().isPresent()
                    ? lookup.codeOf(field.column().coerce(Long.class)).eq(String.valueOf(value))
                    : field.column().coerce(Long.class).eq(DSL.field(DSL.select(lookup.id()).from(lookup.table()).where(lookup.code().eq(String.valueOf(value)))));
        }
        return equalTo(field.expression(), value);
    }

    private static <T> Condition equalTo(Field<T> column, Object value) {
        return Values.isBlank(value)
                ? column.isNull().or(column.cast(String.class).eq(""))
                : column.eq(DSL.val(value, column.getDataType()));
    }

    private List<Row> read(Condition condition, boolean locked) {
        var readable = type.readable();
        var selected = new ArrayList<Field<?>>();
        readable.forEach((name, field) -> selected.add(field.as(name)));
        var query = database.select(selected).from(type.table()).where(condition);
        var result = locked ? query.forUpdate().of(type.table()).fetch() : query.fetch();
        return result.map(record -> {
            var values = new LinkedHashMap<String, Object>();
            readable.keySet().forEach(name -> {
                var value = record.get(name);
                if (!Values.isBlank(value)) {
                    values.put(name, value);
                }
            });
            return new Row(values);
        });
    }
}
