package org.stockbook.platform.database;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Writes rows into one table: a few as one array per column within a {@link RoundTrip}, many by {@link BinaryCopy}. Both ways
 * come from the same list of columns, so a single line and a journal of ten thousand write the same row.
 *
 * @param <R> what one row is made from
 */
public final class TableWriter<R> {

    /** From here on a COPY, with its own round trips, should be faster than arrays: an estimate that no benchmark has settled yet. */
    static final int COPY_FROM = 150;

    private final Table<?> table;
    private final List<Column<R>> columns = new ArrayList<>();
    private final Map<String, String> inserts = new ConcurrentHashMap<>();

    private TableWriter(Table<?> table) {
        this.table = table;
    }

    public static <R> TableWriter<R> into(Table<?> table) {
        return new TableWriter<>(table);
    }

    public TableWriter<R> int8(Field<Long> field, ToLongFunction<R> value) {
        return column(field, "bigint", (copy, row) -> copy.int8(value.applyAsLong(row)), (array, row) -> array.add(value.applyAsLong(row)));
    }

    /** A key of which 0 means that there is none, written as NULL. */
    public TableWriter<R> link(Field<Long> field, ToLongFunction<R> value) {
        return optional(row -> value.applyAsLong(row) != 0, column -> column.int8(field, value));
    }

    public TableWriter<R> int4(Field<Integer> field, ToLongFunction<R> value) {
        return column(field, "integer", (copy, row) -> copy.int4(Math.toIntExact(value.applyAsLong(row))),
                (array, row) -> array.add(value.applyAsLong(row)));
    }

    public TableWriter<R> bool(Field<Boolean> field, Predicate<R> value) {
        return column(field, "boolean", (copy, row) -> copy.bool(value.test(row)), (array, row) -> array.add(value.test(row)));
    }

    public TableWriter<R> date(Field<LocalDate> field, Function<R, LocalDate> value) {
        return column(field, "date", (copy, row) -> copy.date(value.apply(row)), (array, row) -> array.add(value.apply(row)));
    }

    /** A date of which {@link LocalDate#MIN} means that there is none, written as NULL. */
    public TableWriter<R> dateOrNone(Field<LocalDate> field, Function<R, LocalDate> value) {
        return optional(row -> !value.apply(row).equals(LocalDate.MIN), column -> column.date(field, value));
    }

    public TableWriter<R> text(Field<String> field, Function<R, String> value) {
        return column(field, "text", (copy, row) -> copy.text(value.apply(row)), (array, row) -> array.add(value.apply(row)));
    }

    /** An enum type of the database whose labels are the names of the constants. */
    public TableWriter<R> label(Field<?> field, Function<R, Enum<?>> value) {
        return column(field, enumTypeOf(field), (copy, row) -> copy.text(value.apply(row).name()),
                (array, row) -> array.add(value.apply(row).name()));
    }

    private static String enumTypeOf(Field<?> field) {
        if (field.getType().getEnumConstants()[0] instanceof EnumType constant) {
            return Objects.requireNonNull(constant.getName());
        }
        throw new IllegalArgumentException(field + " is not of an enum type");
    }

    /** The decimal {@code unscaled / 10^scale}, with the scale of the column. */
    public TableWriter<R> decimal(Field<?> field, ToLongFunction<R> unscaled) {
        var scale = field.getDataType().scale();
        return column(field, "numeric", (copy, row) -> copy.numeric(unscaled.applyAsLong(row), scale),
                (array, row) -> array.add(unscaled.applyAsLong(row), scale));
    }

    /** Writes rows; before it returns if they are many, else when the round trip runs. */
    public void write(DSLContext dsl, RoundTrip trip, List<R> rows) {
        if (rows.size() >= COPY_FROM) {
            trip.run(dsl);
            trip.clear();
            copy(dsl, rows);
        } else {
            insert(trip, rows, "");
        }
    }

    /** Writes rows by COPY, which fires triggers once for all of them. */
    public void copy(DSLContext dsl, List<R> rows) {
        BinaryCopy.write(dsl, table, columns.stream().map(Column::field).toList(), copy -> {
            for (var row : rows) {
                copy.row();
                for (var column : columns) {
                    column.copy().accept(copy, row);
                }
            }
        });
    }

    /**
     * Adds one statement that inserts all rows.
     *
     * @param onConflict what to do with rows that exist, {@code ON CONFLICT ...}, or nothing
     */
    public void insert(RoundTrip trip, List<R> rows, String onConflict) {
        if (!rows.isEmpty()) {
            trip.update(inserts.computeIfAbsent(onConflict, this::insertStatement), parameters(rows));
        }
    }

    private String insertStatement(String onConflict) {
        return "INSERT INTO " + table.getName() + " (" + names() + ") SELECT * FROM " + arrays() + " " + onConflict;
    }

    /** The columns of the table, in the order of the arrays. */
    public String names() {
        return columns.stream().map(column -> column.field().getName()).collect(Collectors.joining(", "));
    }

    /** A call of {@code unnest} that turns the parameters back into rows. */
    public String arrays() {
        return columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** One array for each column. */
    public Object[] parameters(List<R> rows) {
        var arrays = new Object[columns.size()];
        for (var i = 0; i < arrays.length; i++) {
            var array = new ArrayText();
            for (var row : rows) {
                columns.get(i).array().accept(array, row);
            }
            arrays[i] = array;
        }
        return arrays;
    }

    private TableWriter<R> column(Field<?> field, String type, BiConsumer<BinaryCopy, R> copy, BiConsumer<ArrayText, R> array) {
        columns.add(new Column<>(field, type, copy, array));
        return this;
    }

    /** Replaces the column that was just added by one that may be empty. */
    private TableWriter<R> optional(Predicate<R> isThere, Consumer<TableWriter<R>> add) {
        add.accept(this);
        var column = columns.removeLast();
        return column(column.field(), column.type(), (copy, row) -> {
            if (isThere.test(row)) {
                column.copy().accept(copy, row);
            } else {
                copy.none();
            }
        }, (array, row) -> {
            if (isThere.test(row)) {
                column.array().accept(array, row);
            } else {
                array.none();
            }
        });
    }

    private record Column<R>(Field<?> field, String type, BiConsumer<BinaryCopy, R> copy, BiConsumer<ArrayText, R> array) {}
}
