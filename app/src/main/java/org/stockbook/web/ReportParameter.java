package org.stockbook.web;

import java.util.List;
import org.stockbook.platform.rows.Kind;

/**
 * Something a report asks for; its label is the text {@code parameter.<name>}.
 *
 * @param collection API collection to look values up in, empty for none
 * @param choices the words to choose from, empty for free input; each is the text {@code choice.<name>.<word>}
 * @param initial {@code workDate} for a date, a choice, or empty
 */
public record ReportParameter(String name, Kind kind, String collection, List<String> choices, String initial) {
    public ReportParameter {
        choices = List.copyOf(choices);
    }

    public static ReportParameter date(String name) {
        return new ReportParameter(name, Kind.DATE, "", List.of(), "workDate");
    }

    public static ReportParameter optionalDate(String name) {
        return new ReportParameter(name, Kind.DATE, "", List.of(), "");
    }

    public static ReportParameter moment(String name) {
        return new ReportParameter(name, Kind.MOMENT, "", List.of(), "");
    }

    /** A box to tick, empty at first. */
    public static ReportParameter flag(String name) {
        return new ReportParameter(name, Kind.FLAG, "", List.of(), "");
    }

    public static ReportParameter code(String name, String collection) {
        return new ReportParameter(name, Kind.CODE, collection, List.of(), "");
    }

    public static ReportParameter choice(String name, List<String> choices) {
        return new ReportParameter(name, Kind.CHOICE, "", choices, choices.getFirst());
    }
}
