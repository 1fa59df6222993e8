package org.stockbook.platform.database;

import java.time.LocalDate;

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
