package org.stockbook.web.parts;

import java.util.List;

/**
 * A value as it is shown.
 *
 * @param link where it leads, empty for nowhere
 * @param style classes of the stylesheet
 * @param value what a filter would name where that is not the text, else empty
 * @param tail of a figure, which stands above and below others of its column
 * @param mark the words of a warning that stands with it, empty for none
 */
public record Cell(String text, String link, String style, String value, Tail tail, String mark) {
    public static final Cell BLANK = new Cell("", "", "");

    public Cell(String text, String link, String style) {
        this(text, link, style, "");
    }

    public Cell(String text, String link, String style, String value) {
        this(text, link, style, value, Tail.NONE, "");
    }

    /**
     * The end of a figure.
     *
     * @param decimals with their sign, as they are written; empty for a whole number
     * @param missing to the longest of the column: takes their room, unseen, so that the signs stand below each other
     */
    public record Tail(boolean isFigure, String decimals, String missing) {
        static final Tail NONE = new Tail(false, "", "");

        static Tail of(String figure, String decimalSign) {
            var at = figure.lastIndexOf(decimalSign);
            return new Tail(true, at < 0 ? "" : figure.substring(at), "");
        }

        private Tail filled(String longest) {
            return isFigure ? new Tail(true, decimals, longest.substring(decimals.length())) : this;
        }
    }

    /** Nothing but these decimals of a figure. */
    static Cell ending(String decimals) {
        return new Cell("", "", "", "", new Tail(true, decimals, ""), "");
    }

    Cell marked(String words) {
        return new Cell(text, link, style, value, tail, words);
    }

    Cell aligned(String longest) {
        return new Cell(text, link, style, value, tail.filled(longest), mark);
    }

    public boolean isLinked() {
        return !link.isEmpty();
    }

    public boolean isDash() {
        return text.equals("–");
    }

    /** How a record stands is shown with a shape. */
    public boolean isStatus() {
        return style.contains("status") && !value.isEmpty();
    }

    /** Codes and names that open a record are blue, figures only underline when pointed at. */
    public String linkStyle() {
        return List.of(style.split(" ")).contains("n") ? "fig" : "";
    }
}
