package org.stockbook.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;

/**
 * The result of a report: the answer first, then the figures that prove it. Texts are keys, figures are figures; the page writes them in the reader's language.
 *
 * @param banner that something else than now is shown
 */
public record Report(Optional<Message> badge, Optional<Message> banner, List<Figure> figures, List<Table> tables, List<Message> proofs) {
    public Report {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        proofs = List.copyOf(proofs);
    }

    public static Report of(List<Table> tables) {
        return new Report(Optional.empty(), Optional.empty(), List.of(), tables, List.of());
    }

    /** How something stands. */
    public enum Tone {
        NEUTRAL,
        INFO,
        SUCCESS,
        WARNING,
        DANGER
    }

    /** A text with arguments, and where it leads; the link may be empty. */
    public record Message(Tone tone, String key, Map<String, ?> arguments, String link) {
        public Message {
            arguments = Map.copyOf(arguments);
        }

        public static Message of(Tone tone, String key) {
            return new Message(tone, key, Map.of(), "");
        }
    }

    /** A key figure in the header; its caption is the text {@code figure.<name>}. */
    public record Figure(String name, Map<String, ?> arguments, BigDecimal value, Kind kind, String link) {
        public Figure {
            arguments = Map.copyOf(arguments);
        }
    }

    /**
     * A table of the result.
     *
     * @param title its heading, if it has one
     */
    public record Table(String name, Optional<Message> title, List<PageColumn> columns, List<Line> lines) {
        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** A line of a table. */
    public record Line(Style style, Row row) {
        public static Line of(Row row) {
            return new Line(Style.NORMAL, row);
        }
    }

    public enum Style {
        NORMAL,
        GROUP,
        TOTAL
    }
}
