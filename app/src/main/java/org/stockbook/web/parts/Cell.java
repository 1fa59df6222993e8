package org.stockbook.web.parts;

/**
 * A value as it is shown.
 *
 * @param link where it leads, empty for nowhere
 * @param style classes of the stylesheet
 */
public record Cell(String text, String link, String style) {
    public static final Cell BLANK = new Cell("", "", "");

    public boolean isLinked() {
        return !link.isEmpty();
    }

    public boolean isDash() {
        return text.equals("–");
    }

    /** Codes that open a record are blue, figures only underline when pointed at. */
    public String linkStyle() {
        return style.contains("code") ? "" : "fig";
    }
}
