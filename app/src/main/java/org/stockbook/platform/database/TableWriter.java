package org.stockbook.platform.database;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Writes rows into one table: a few as one array of rows within a {@link RoundTrip}, many by {@link BinaryCopy}. Both ways
 * come from the same list of columns, so a single line and a journal of ten thousand write the same row.
 *
 * @param <R> what one row is made from
 */
public final class TableWriter<R> {

    /** From here on a COPY, with its own round trips, should be faster than an array: an estimate that no benchmark has settled yet. */
    static final int COPY_FROM = 150;

    /** A type with the columns of the table stands beside each table that is written in this way. */
    private static final String ROW_TYPE = "_row";

    private final Table<?> table;
    private final List<Column<R>> columns = new ArrayList<>();
    private final Map<String, String> inserts = new ConcurrentHashMap<>();
    private List<Optional<Column<R>>> places = List.of();

    private TableWriter(Table<?> table) {
        this.table = table;
    }

    public static <R> TableWriter<R> into(Table<?> table) {
        return new TableWriter<>(table);
    }

    public TableWriter<R> int8(Field<Long> field, ToLongFunction<R> value) {
        return column(field, (copy, row) -> copy.int8(value.applyAsLong(row)), (text, row) -> text.add(value.applyAsLong(row)));
    }

    /** A key of which 0 means that there is none, written as NULL. */
    public TableWriter<R> link(Field<Long> field, ToLongFunction<R> value) {
        return optional(row -> value.applyAsLong(row) != 0, column -> column.int8(field, value));
    }

    public TableWriter<R> int4(Field<Integer> field, ToLongFunction<R> value) {
        return column(field, (copy, row) -> copy.int4(Math.toIntExact(value.applyAsLong(row))), (text, row) -> text.add(value.applyAsLong(row)));
    }

    public TableWriter<R> bool(Field<Boolean> field, Predicate<R> value) {
        return column(field, (copy, row) -> copy.bool(value.test(row)), (text, row) -> text.add(value.test(row)));
    }

    public TableWriter<R> date(Field<LocalDate> field, Function<R, LocalDate> value) {
        return column(field, (copy, row) -> copy.date(value.apply(row)), (text, row) -> text.add(value.apply(row)));
    }

    /** A date of which {@link LocalDate#MIN} means that there is none, written as NULL. */
    public TableWriter<R> dateOrNone(Field<LocalDate> field, Function<R, LocalDate> value) {
        return optional(row -> !value.apply(row).equals(LocalDate.MIN), column -> column.date(field, value));
    }

    public TableWriter<R> text(Field<String> field, Function<R, String> value) {
        return column(field, (copy, row) -> copy.text(value.apply(row)), (text, row) -> text.add(value.apply(row)));
    }

    /** An enum type of the database whose labels are the names of the constants. */
    public TableWriter<R> label(Field<?> field, Function<R, Enum<?>> value) {
        return column(field, (copy, row) -> copy.text(value.apply(row).name()), (text, row) -> text.addWord(value.apply(row).name()));
    }

    /** The decimal {@code unscaled / 10^scale}, with the scale of the column. */
    public TableWriter<R> decimal(Field<?> field, ToLongFunction<R> unscaled) {
        var scale = field.getDataType().scale();
        return column(field, (copy, row) -> copy.numeric(unscaled.applyAsLong(row), scale),
                (text, row) -> text.add(unscaled.applyAsLong(row), scale));
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
            trip.update(inserts.computeIfAbsent(onConflict, this::insertStatement), parameter(rows));
        }
    }

    private String insertStatement(String onConflict) {
        return "INSERT INTO " + table.getName() + " (" + names() + ") " + selection() + " " + onConflict;
    }

    /** The columns that are written, in their order. */
    public String names() {
        return columns.stream().map(column -> column.field().getName()).collect(Collectors.joining(", "));
    }

    /** Turns the parameter back into rows, to stand behind FROM: with the columns that are written. */
    public String asTable() {
        return "(" + selection() + ")";
    }

    private String selection() {
        return "SELECT " + names() + " FROM unnest(?::" + table.getName() + ROW_TYPE + "[])";
    }

    /** The rows as one parameter. */
    public Object parameter(List<R> rows) {
        var places = places();
        var text = new RowText();
        for (var row : rows) {
            text.row();
            for (var place : places) {
                text.column();
                place.ifPresent(column -> column.text().accept(text, row));
            }
            text.endOfRow();
        }
        return text;
    }

    /** What stands in each column of the table. */
    private List<Optional<Column<R>>> places() {
        if (places.isEmpty()) {
            places = Arrays.stream(table.fields())
                    .map(field -> columns.stream().filter(column -> column.field().getName().equals(field.getName())).findFirst())
                    .toList();
        }
        return places;
    }

    private TableWriter<R> column(Field<?> field, BiConsumer<BinaryCopy, R> copy, BiConsumer<RowText, R> text) {
        columns.add(new Column<>(field, copy, text));
        return this;
    }

    /** Replaces the column that was just added by one that may be empty. */
    private TableWriter<R> optional(Predicate<R> isThere, Consumer<TableWriter<R>> add) {
        add.accept(this);
        var column = columns.removeLast();
        return column(column.field(), (copy, row) -> {
            if (isThere.test(row)) {
                column.copy().accept(copy, row);
            } else {
                copy.none();
            }
        }, (text, row) -> {
            if (isThere.test(row)) {
                column.text().accept(text, row);
            }
        });
    }

    private record Column<R>(Field<?> field, BiConsumer<BinaryCopy, R> copy, BiConsumer<RowText, R> text) {}
}
