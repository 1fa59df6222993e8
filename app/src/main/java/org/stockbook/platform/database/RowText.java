package org.stockbook.platform.database;

import java.time.LocalDate;

/**
 * Rows of a table as PostgreSQL reads an array of them from text, such as {@code {"(1,2026-01-31,\"a, b\")","(2,,\"\")"}}: one parameter,
 * whatever the number of rows and columns. All columns have a place, in the order of the table; what is left out is NULL.
 */
final class RowText {

    private final StringBuilder text = new StringBuilder("{");
    private boolean first;

    RowText row() {
        text.append(text.length() > 1 ? ",\"(" : "\"(");
        first = true;
        return this;
    }

    RowText endOfRow() {
        text.append(")\"");
        return this;
    }

    /** To be called before each column, also before one that is left out. */
    RowText column() {
        if (!first) {
            text.append(',');
        }
        first = false;
        return this;
    }

    RowText add(long value) {
        text.append(value);
        return this;
    }

    RowText add(boolean value) {
        text.append(value ? 't' : 'f');
        return this;
    }

    RowText add(LocalDate value) {
        text.append(value);
        return this;
    }

    /** A text stands in quotes, which stand in the quotes of its row. */
    RowText add(String value) {
        text.append("\\\"");
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\\\\\"");
                case '\\' -> text.append("\\\\\\\\");
                default -> text.append(character);
            }
        }
        text.append("\\\"");
        return this;
    }

    /** A word that needs no quotes, such as the label of an enumeration. */
    RowText addWord(String word) {
        text.append(word);
        return this;
    }

    /** The decimal {@code unscaled / 10^scale}. */
    RowText add(long unscaled, int scale) {
        if (unscaled == 0) {
            text.append('0');
        } else {
            text.append(unscaled).append("e-").append(scale);
        }
        return this;
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
