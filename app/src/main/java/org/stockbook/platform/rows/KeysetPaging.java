package org.stockbook.platform.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Pages that begin behind a row and not after a number of rows: as fast on the last page as on the first. */
final class KeysetPaging {
    private KeysetPaging() {}

    /** One level of an order. */
    record Level(Field<?> field, boolean descending) {}

    /** Where a row stands; the columns of the order are the last ones of the row. */
    static Position position(List<Level> levels, Record row) {
        var from = row.size() - levels.size();
        var values = new ArrayList<Optional<String>>();
        for (int i = 0; i < levels.size(); i++) {
            values.add(Optional.ofNullable(row.get(from + i)).map(value -> value instanceof EnumType word ? word.getLiteral() : value.toString()));
        }
        return new Position(values);
    }

    /** Rows behind a position: of the same values in the first levels, and behind it in the next one. */
    static Condition behind(List<Level> levels, Position position) {
        if (position.values().size() != levels.size()) {
            throw new IllegalArgumentException("a position of another order");
        }
        var ways = new ArrayList<Condition>();
        var same = DSL.noCondition();
        for (int i = 0; i < levels.size(); i++) {
            var value = position.values().get(i);
            ways.add(same.and(further(levels.get(i).field(), levels.get(i).descending(), value)));
            same = same.and(equal(levels.get(i).field(), value));
        }
        return DSL.or(ways);
    }

    /** The database sorts blanks last, and first when it sorts downwards. */
    private static <T> Condition further(Field<T> field, boolean descending, Optional<String> value) {
        if (value.isEmpty()) {
            return descending ? field.isNotNull() : DSL.falseCondition();
        }
        var bound = DSL.val(value.get(), field.getDataType());
        return descending ? field.lt(bound) : field.gt(bound).or(field.isNull());
    }

    private static <T> Condition equal(Field<T> field, Optional<String> value) {
        return value.map(text -> field.eq(DSL.val(text, field.getDataType()))).orElseGet(field::isNull);
    }
}
