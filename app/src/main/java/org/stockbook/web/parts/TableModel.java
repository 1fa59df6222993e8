package org.stockbook.web.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table ready to be rendered. */
public record TableModel(String title, String titleLink, String name, List<Head> heads, List<Line> lines, List<Cell> totals) {
    private static final String BETWEEN = ";";

    public TableModel {
        heads = List.copyOf(heads);
        var tails = tails(heads.size(), Stream.concat(lines.stream().map(Line::cells), Stream.of(totals)).toList());
        lines = lines.stream().map(line -> new Line(line.style(), aligned(line.cells(), tails), line.values(), line.address())).toList();
        totals = aligned(totals, tails);
    }

    /** The longest decimals of each column. */
    private static List<String> tails(int columns, List<List<Cell>> rows) {
        var tails = new ArrayList<String>();
        for (int at = 0; at < columns; at++) {
            var column = at;
            tails.add(rows.stream().filter(row -> row.size() > column).map(row -> row.get(column).tail().decimals()).max(Comparator.comparingInt(String::length)).orElse(""));
        }
        return tails;
    }

    private static List<Cell> aligned(List<Cell> cells, List<String> tails) {
        var aligned = new ArrayList<Cell>();
        for (var cell : cells) {
            aligned.add(aligned.size() < tails.size() ? cell.aligned(tails.get(aligned.size())) : cell);
        }
        return List.copyOf(aligned);
    }

    /** The longest decimals of each column as a text, for totals that come below them later. */
    public String tails() {
        return String.join(BETWEEN, tails(heads.size(), lines.stream().map(Line::cells).toList()));
    }

    /** The same with its totals below the decimals of rows that are shown already. */
    public TableModel below(String tails) {
        var shown = Arrays.stream(tails.split(BETWEEN, heads.size())).map(Cell::ending).toList();
        return new TableModel(title, titleLink, name, heads, List.of(), new TableModel("", "", "", heads, List.of(new Line("", shown)), totals).totals());
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
    public record Head(String name, String text, String style, String sortLink, String order) {
        /** The words on one line or two, as even as can be: of a heading that is narrowed no third line comes to be. */
        public List<String> lines() {
            var spaces = IntStream.range(0, text.length()).filter(at -> text.charAt(at) == ' ').boxed();
            return spaces.min(Comparator.comparingInt(at -> Math.max(at, text.length() - at - 1))).map(at -> List.of(text.substring(0, at), text.substring(at + 1))).orElse(List.of(text));
        }
    }

    /**
     * A line; its style says whether it is a group or a total.
     *
     * @param values what actions need to know of it, as JSON; empty where there are none
     * @param address how calls address its record, where something may be done with many at once; else empty
     */
    public record Line(String style, List<Cell> cells, String values, String address) {
        public Line {
            cells = List.copyOf(cells);
        }

        public Line(String style, List<Cell> cells) {
            this(style, cells, "", "");
        }
    }
}
