package org.stockbook.platform.rows;

/** One level of an order of rows. */
public record Sort(String column, boolean descending) {
    public static Sort ascending(String column) {
        return new Sort(column, false);
    }

    public static Sort descending(String column) {
        return new Sort(column, true);
    }
}
