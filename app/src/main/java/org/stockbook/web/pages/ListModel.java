package org.stockbook.web.pages;

import java.util.List;

/**
 * A list ready to be rendered.
 *
 * @param next address of the following rows, empty at the end
 * @param count what the footer says of the number of rows
 * @param hidden address parameters that a form must carry along
 */
public record ListModel(TableModel table, String next, String count, String words, List<Chip> chips, List<Choice> filterable, List<Hidden> hidden,
        String exportLink, String resetLink, boolean filtered) {
    public ListModel {
        chips = List.copyOf(chips);
        filterable = List.copyOf(filterable);
        hidden = List.copyOf(hidden);
    }

    /** A filter in force. */
    public record Chip(String label, String expression, String removeLink, boolean total, boolean unreadable) {}

    public record Choice(String name, String text) {}

    public record Hidden(String name, String value) {}
}
