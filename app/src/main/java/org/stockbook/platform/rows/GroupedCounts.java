package org.stockbook.platform.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How many rows have each word of some columns: one question for all columns, over no more rows than are counted while somebody looks on. */
final class GroupedCounts {
    /** A table of more rows answers nothing. */
    private static final int MOST = 200_000;

    private GroupedCounts() {}

    static Map<String, Map<String, Long>> of(DSLContext database, TableLike<?> table, Condition condition, Map<String, Field<?>> columns) {
        if (columns.isEmpty()) {
            return Map.of();
        }
        var words = columns.entrySet().stream().map(column -> DSL.coalesce(column.getValue().cast(SQLDataType.VARCHAR), DSL.inline("")).as(DSL.quotedName(column.getKey()))).toList();
        var rows = DSL.select(words).from(table).where(condition).limit(MOST + 1).asTable(DSL.quotedName("grouped_rows"));
        var grouped = words.stream().map(word -> DSL.field(DSL.quotedName("grouped_rows", word.getName()), String.class)).toList();
        var each = grouped.stream().map(word -> new Field<?>[] {word}).toArray(Field<?>[][]::new);
        var number = DSL.count();
        var selected = new ArrayList<Field<?>>(grouped);
        selected.add(number);
        // In the group of one column the others are null; a row's own nothing is the empty word.
        var found = database.select(selected).from(rows).groupBy(DSL.groupingSets(each)).fetch();
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        columns.forEach((name, field) -> {
            var own = new LinkedHashMap<String, Long>();
            found.forEach(record -> {
                var word = record.get(name, String.class);
                if (word != null) {
                    own.put(isEnumeration(field) ? TableRows.camelCase(word) : word, record.get(number).longValue());
                }
            });
            counts.put(name, own);
        });
        var all = counts.values().iterator().next().values().stream().mapToLong(Long::longValue).sum();
        return all > MOST ? Map.of() : counts;
    }

    private static boolean isEnumeration(Field<?> field) {
        return EnumType.class.isAssignableFrom(field.getType());
    }
}
