package org.stockbook.web.calls;

import java.util.Map;
import org.stockbook.platform.exchange.MappedRows.RowIssue;

/** Where in a file something is wrong, as programs are told it. */
public final class ImportPlaces {
    private ImportPlaces() {}

    /** To the line of the file and its column. */
    public static String pointer(RowIssue issue) {
        return "/rows/" + issue.line() + (issue.column().isEmpty() ? "" : "/" + issue.column());
    }

    public static Map<String, Object> target(String collection, RowIssue issue) {
        return Map.of("collection", collection, "line", issue.line(), "field", issue.column(), "value", issue.value());
    }
}
