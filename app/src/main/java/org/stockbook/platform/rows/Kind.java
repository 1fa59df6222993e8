package org.stockbook.platform.rows;

/** What a column holds, and so how it is written, aligned, filtered and summed. */
public enum Kind {
    TEXT,
    CODE,
    /** One of few words, stored as a camelCase word and shown in the reader's language. */
    CHOICE,
    FLAG,
    /** A number that names something, such as an entry: never grouped, never summed. */
    NUMBER,
    COUNT,
    QUANTITY,
    UNIT_AMOUNT,
    AMOUNT,
    DATE,
    MOMENT;

    public boolean isFigure() {
        return switch (this) {
            case COUNT, QUANTITY, UNIT_AMOUNT, AMOUNT -> true;
            case TEXT, CODE, CHOICE, FLAG, NUMBER, DATE, MOMENT -> false;
        };
    }

    public boolean isWritten() {
        return this == TEXT || this == CODE;
    }
}
