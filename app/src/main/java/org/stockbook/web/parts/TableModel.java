package org.stockbook.web.parts;

import java.util.List;

/** A table ready to be rendered. */
public record TableModel(String title, String titleLink, String name, List<Head> heads, List<Line> lines, List<Cell> totals) {
    public TableModel {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /** How many columns stand before the first total. */
    public int beforeTotals() {
        var at = 0;
        while (at < totals.size() && totals.get(at).equals(Cell.BLANK)) {
            at++;
        }
        return at;
    }

    /**
     * A heading.
     *
     * @param sortLink the same page ordered by this column, empty where it cannot be
     * @param order ascending, descending or empty
     */
    public record Head(String name, String text, String style, String sortLink, String order) {}

    /**
     * A line; its style says whether it is a group or a total.
     *
     * @param values what actions need to know of it, as JSON; empty where there are none
     */
    public record Line(String style, List<Cell> cells, String values) {
        public Line {
            cells = List.copyOf(cells);
        }

        public Line(String style, List<Cell> cells) {
            this(style, cells, "");
        }
    }
}
