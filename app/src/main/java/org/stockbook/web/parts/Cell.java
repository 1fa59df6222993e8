package org.stockbook.web.parts;

import java.util.List;

/**
 * A value as it is shown.
 *
 * @param link where it leads, empty for nowhere
 * @param style classes of the stylesheet
 * @param value what a filter would name where that is not the text, else empty
 */
public record Cell(String text, String link, String style, String value) {
    public static final Cell BLANK = new Cell("", "", "");

    public Cell(String text, String link, String style) {
        this(text, link, style, "");
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
