package org.stockbook.web.parts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stockbook.web.Chart;
import org.stockbook.web.View;

/** A chart ready to be drawn as SVG, with the table that says the same. */
public record ChartModel(String title, String foot, List<Tick> ticks, List<Column> columns, String linePath, List<Legend> legend, TableModel table) {
    public static final int WIDTH = 760;
    public static final int HEIGHT = 268;
    private static final int LEFT = 56;
    private static final int RIGHT = 600;
    private static final int TOP = 12;
    private static final int BOTTOM = 236;
    private static final int TICKS = 4;
    private static final int LEGEND_STEP = 40;

    public ChartModel {
        ticks = List.copyOf(ticks);
        columns = List.copyOf(columns);
        legend = List.copyOf(legend);
    }

    /** A line across with its figure. */
    public record Tick(int y, String text) {}

    /** A month: its parts from the bottom up, and the point of the line. */
    public record Column(int x, int width, int middle, String label, String link, String title, List<Part> parts, int lineY) {
        public Column {
            parts = List.copyOf(parts);
        }
    }

    public record Part(String style, int y, int height) {}

    /** What a mark means, and its last figure. */
    public record Legend(String style, int y, String text, String figure) {}

    public static ChartModel of(View view, Chart chart) {
        var most = chart.points().stream().map(point -> point.sum().max(point.line())).reduce(BigDecimal.ONE, BigDecimal::max);
        var scale = Scale.upTo(most);
        var columns = new ArrayList<Column>();
        var path = new StringBuilder();
        for (var at = 0; at < chart.points().size(); at++) {
            var column = column(view, chart, at, scale);
            columns.add(column);
            path.append(at == 0 ? "M" : " L").append(column.middle()).append(' ').append(column.lineY());
        }
        return new ChartModel(view.text(chart.title()), view.text(chart.foot().key(), Map.of("currency", view.currency().get().isEmpty() ? "none" : view.currency().get())), scale.ticks(view), columns, path.toString(), legend(view, chart), table(view, chart));
    }

    private static Column column(View view, Chart chart, int at, Scale scale) {
        var point = chart.points().get(at);
        var step = (RIGHT - LEFT) / Math.max(1, chart.points().size());
        var width = step * 2 / 3;
        var x = LEFT + at * step + (step - width) / 2;
        var parts = new ArrayList<Part>();
        var below = BigDecimal.ZERO;
        for (var part = 0; part < point.parts().size(); part++) {
            var above = below.add(point.parts().get(part).max(BigDecimal.ZERO));
            parts.add(new Part("r" + (part + 1), scale.y(above), Math.max(0, scale.y(below) - scale.y(above) - (part == 0 ? 0 : 1))));
            below = above;
        }
        var title = view.formats().date(point.day()) + ": " + view.formats().amount(point.sum());
        return new Column(x, width, x + width / 2, view.formats().month(point.day()), point.link(), title, parts, scale.y(point.line()));
    }

    private static List<Legend> legend(View view, Chart chart) {
        var last = chart.points().getLast();
        var legend = new ArrayList<Legend>();
        legend.add(new Legend("line", TOP + 8, view.text(chart.line()), view.formats().amount(last.line())));
        IntStream.iterate(chart.parts().size() - 1, part -> part >= 0, part -> part - 1).forEach(part ->
                legend.add(new Legend("r" + (part + 1), TOP + 8 + legend.size() * LEGEND_STEP, chart.parts().get(part), view.formats().amount(last.parts().get(part)))));
        return legend;
    }

    private static TableModel table(View view, Chart chart) {
        var heads = new ArrayList<TableModel.Head>();
        heads.add(new TableModel.Head("day", view.text("column.postingDate"), "", "", ""));
        chart.parts().forEach(part -> heads.add(new TableModel.Head(part, part, "n", "", "")));
        heads.add(new TableModel.Head("line", view.text(chart.line()), "n", "", ""));
        var lines = chart.points().stream().map(point -> {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell(view.formats().date(point.day()), point.link(), ""));
            point.parts().forEach(part -> cells.add(new Cell(view.formats().amount(part), "", "n")));
            cells.add(new Cell(view.formats().amount(point.line()), "", "n"));
            return new TableModel.Line("", cells);
        }).toList();
        return new TableModel(view.text(chart.title()), "", "chart", heads, lines, List.of());
    }

    /** Where lines are drawn across: at whole figures only, so that none stands there twice where there is little or nothing to show. */
    static List<BigDecimal> figures(BigDecimal top) {
        return IntStream.rangeClosed(0, TICKS).mapToObj(at -> top.multiply(BigDecimal.valueOf(at)).divide(BigDecimal.valueOf(TICKS), 2, RoundingMode.HALF_UP))
                .filter(figure -> figure.stripTrailingZeros().scale() <= 0).toList();
    }

    /** From figures to pixels, with a round figure at the top. */
    private record Scale(BigDecimal top) {
        private static final List<String> ROUND = List.of("1", "1.5", "2", "3", "4", "5", "6", "8", "10");

        static Scale upTo(BigDecimal most) {
            var power = BigDecimal.ONE.scaleByPowerOfTen(most.precision() - most.scale() - 1);
            return new Scale(ROUND.stream().map(round -> new BigDecimal(round).multiply(power)).filter(round -> round.compareTo(most) >= 0).findFirst().orElse(most));
        }

        int y(BigDecimal figure) {
            return BOTTOM - figure.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(BOTTOM - TOP)).divide(top, 0, RoundingMode.HALF_UP).intValue();
        }

        List<Tick> ticks(View view) {
            return figures(top).stream().map(figure -> new Tick(y(figure), view.formats().integer(figure.longValue()))).toList();
        }
    }
}
