package org.stockbook.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;

/**
 * The result of a report: the answer first, then the figures that prove it. Texts are keys, figures are figures; the page writes them in the reader's language.
 *
 * @param banner that something else than now is shown
 * @param picture shown above the tables, which hold the same data
 * @param actions about the result
 */
public record Report(Optional<Message> badge, Optional<Message> banner, List<Figure> figures, List<Table> tables, List<Message> proofs,
        Optional<Drawing> picture, List<PageAction> actions) {
    public Report(Optional<Message> badge, Optional<Message> banner, List<Figure> figures, List<Table> tables, List<Message> proofs) {
        this(badge, banner, figures, tables, proofs, Optional.empty(), List.of());
    }

    public Report {
        actions = List.copyOf(actions);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        proofs = List.copyOf(proofs);
    }

    public static Report of(List<Table> tables) {
        return new Report(Optional.empty(), Optional.empty(), List.of(), tables, List.of());
    }

    public Report acting(List<PageAction> newActions) {
        return new Report(badge, banner, figures, tables, proofs, picture, newActions);
    }

    public Report showing(Drawing newPicture) {
        return new Report(badge, banner, figures, tables, proofs, Optional.of(newPicture), actions);
    }

    /** What people would rather look at than read. */
    public sealed interface Drawing {}

    /**
     * How a quantity goes on from day to day.
     *
     * @param title the finding
     * @param from the first day; what is overdue counts on it
     * @param opening the quantity on that day
     * @param steps in the order of their days
     * @param limit that the quantity should not fall below, zero for none
     */
    public record Steps(Message title, LocalDate from, BigDecimal opening, List<Step> steps, BigDecimal limit) implements Drawing {
        public Steps {
            steps = List.copyOf(steps);
        }

        /** What an event brings, or takes where it is negative. */
        public record Step(LocalDate day, BigDecimal change, String name, String link) {}
    }

    /**
     * Boxes with lines between them, from left to right.
     *
     * @param title what the picture shows: the finding
     * @param width of the picture in pixels
     */
    public record Picture(Message title, int width, int height, List<Box> boxes, List<Line> lines) implements Drawing {
        public Picture {
            boxes = List.copyOf(boxes);
            lines = List.copyOf(lines);
        }

        /**
         * A box of three lines: what it is, its name and figure, and a detail.
         *
         * @param x of its left side
         * @param y of its upper side
         */
        public record Box(int x, int y, int width, int height, Look look, Message caption, String name, BigDecimal figure, Message detail, String link) {}

        /** A line from the right side of a box to the left side of another, as thick as what flows. */
        public record Line(int fromX, int fromY, int toX, int toY, int thickness, Look look) {}

        public enum Look {
            PLAIN,
            TARGET,
            DASHED
        }
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

    /**
     * A key figure in the header; its caption is the text {@code figure.<name>}.
     *
     * @param currency of an amount, empty for that of the books
     */
    public record Figure(String name, Map<String, ?> arguments, BigDecimal value, Kind kind, String link, String currency) {
        public Figure {
            arguments = Map.copyOf(arguments);
        }

        public Figure(String name, Map<String, ?> arguments, BigDecimal value, Kind kind, String link) {
            this(name, arguments, value, kind, link, "");
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
