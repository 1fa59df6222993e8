package org.stockbook.platform.database;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** An array as PostgreSQL reads it from text, such as {@code {1,2,NULL}}: the form in which a column of few rows travels. */
public final class ArrayText {

    private final StringBuilder text = new StringBuilder("{");

    public static ArrayText ofNumbers(Iterable<Long> values) {
        var array = new ArrayText();
        values.forEach(array::add);
        return array;
    }

    public static ArrayText ofTexts(Iterable<String> values) {
        var array = new ArrayText();
        values.forEach(array::add);
        return array;
    }

    /** One column of some rows. */
    public static <R> ArrayText ofNumbers(Collection<R> rows, ToLongFunction<R> column) {
        var array = new ArrayText();
        rows.forEach(row -> array.add(column.applyAsLong(row)));
        return array;
    }

    /** One column of some rows. */
    public static <R> ArrayText ofTexts(Collection<R> rows, Function<R, String> column) {
        return ofTexts(rows.stream().map(column).toList());
    }

    public ArrayText add(long value) {
        separate().append(value);
        return this;
    }

    public ArrayText add(boolean value) {
        separate().append(value);
        return this;
    }

    public ArrayText add(LocalDate value) {
        separate().append(value);
        return this;
    }

    public ArrayText add(String value) {
        separate().append('"');
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\');
            }
            text.append(character);
        }
        text.append('"');
        return this;
    }

    /** The decimal {@code unscaled / 10^scale}. */
    public ArrayText add(long unscaled, int scale) {
        separate();
        if (unscaled == 0) {
            text.append('0');
        } else {
            text.append(unscaled).append("e-").append(scale);
        }
        return this;
    }

    /** No value: NULL. */
    public ArrayText none() {
        separate().append("NULL");
        return this;
    }

    private StringBuilder separate() {
        if (text.length() > 1) {
            text.append(',');
        }
        return text;
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
