package org.stockbook.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Columns of parts with a line over them, month by month (spec: ui, section 7, charts). The table below has the same data.
 *
 * @param title the finding
 * @param parts names of the parts, the biggest first; at most four
 * @param line the text of what the line is
 * @param foot what is shown, in words; may name its {@code currency}
 */
public record Chart(Report.Message title, List<String> parts, Report.Message line, Report.Message foot, List<Point> points) {
    public Chart {
        parts = List.copyOf(parts);
        points = List.copyOf(points);
    }

    /**
     * A month.
     *
     * @param day the last day that is counted
     * @param parts as many as the chart has
     * @param line the figure that the line goes through
     * @param link where the figures come from
     */
    public record Point(LocalDate day, List<BigDecimal> parts, BigDecimal line, String link) {
        public Point {
            parts = List.copyOf(parts);
        }

        public BigDecimal sum() {
            return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
