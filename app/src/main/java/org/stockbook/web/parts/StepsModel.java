package org.stockbook.web.parts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stockbook.web.Report.Steps;
import org.stockbook.web.View;

/**
 * A quantity over days, ready to be drawn as SVG.
 *
 * @param line the steps, as SVG has a path
 * @param area what lies between the steps and zero
 * @param zero the height of nothing
 * @param limit the height of the limit, negative for none
 */
public record StepsModel(String title, String line, String area, int zero, int limit, String limitText, List<Level> levels, List<Mark> marks, List<Day> days) {
    public static final StepsModel NONE = new StepsModel("", "", "", 0, -1, "", List.of(), List.of(), List.of());
    public static final int WIDTH = 960;
    public static final int HEIGHT = 232;
    public static final int LEFT = 56;
    public static final int RIGHT = 912;
    private static final int TOP = 20;
    private static final int BOTTOM = 196;
    private static final int LEVELS = 4;
    private static final int DAYS_NAMED = 6;
    private static final int LEAST_DAYS = 30;

    /** Names closer to each other than this would cover each other. */
    private static final int NAME_WIDTH = 104;

    public StepsModel {
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
        days = List.copyOf(days);
    }

    /** A line across with its figure. */
    public record Level(int y, String text) {}

    /**
     * A day on which something happens.
     *
     * @param name empty where there is no room for it
     * @param nameY where the name stands
     */
    public record Mark(int x, int y, int nameY, String name, String change, String title, String link, boolean bad, boolean last) {}

    public record Day(int x, String text) {}

    public static StepsModel of(View view, Steps steps) {
        var days = new TreeMap<LocalDate, List<Steps.Step>>();
        steps.steps().forEach(step -> days.computeIfAbsent(step.day().isBefore(steps.from()) ? steps.from() : step.day(), _ -> new ArrayList<>()).add(step));
        return days.isEmpty() ? NONE : drawn(view, steps, days);
    }

    private static StepsModel drawn(View view, Steps steps, TreeMap<LocalDate, List<Steps.Step>> days) {
        var scale = Scale.of(steps, days);
        var line = new StringBuilder("M" + LEFT + " " + scale.y(steps.opening()));
        var marks = new ArrayList<Mark>();
        var balance = steps.opening();
        var named = -NAME_WIDTH;
        for (var day : days.entrySet()) {
            var change = day.getValue().stream().map(Steps.Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);
            balance = balance.add(change);
            var x = scale.x(day.getKey());
            line.append(" H").append(x).append(" V").append(scale.y(balance));
            var hasRoom = x - named >= NAME_WIDTH;
            marks.add(mark(view, day.getValue(), change, new Place(x, scale.y(balance), balance.signum() < 0, hasRoom)));
            named = hasRoom ? x : named;
        }
        line.append(" H").append(RIGHT);
        var limited = steps.limit().signum() > 0;
        return new StepsModel(view.text(steps.title()), line.toString(), line + " V" + scale.y(BigDecimal.ZERO) + " H" + LEFT + " Z", scale.y(BigDecimal.ZERO),
                limited ? scale.y(steps.limit()) : -1, limited ? view.formats().quantity(steps.limit()) : "", scale.levels(view), marks, scale.named(view));
    }

    /** Where a mark stands. */
    private record Place(int x, int y, boolean bad, boolean hasRoom) {}

    private static Mark mark(View view, List<Steps.Step> steps, BigDecimal change, Place place) {
        var written = signed(view, change);
        var title = String.join(", ", steps.stream().map(step -> step.name() + " " + signed(view, step.change())).toList());
        var name = !place.hasRoom() ? "" : steps.size() == 1 ? steps.getFirst().name() : steps.getFirst().name() + " …";
        var above = change.signum() > 0 && place.y() > TOP + 8;
        return new Mark(place.x(), place.y(), above ? place.y() - 8 : place.y() + 18, name, place.hasRoom() ? written : "", title, steps.getFirst().link(), place.bad(), place.x() > RIGHT - NAME_WIDTH);
    }

    private static String signed(View view, BigDecimal figure) {
        return (figure.signum() > 0 ? "+" : "") + view.formats().quantity(figure);
    }

    public boolean isGiven() {
        return !line.isEmpty();
    }

    /** From days and quantities to pixels. */
    private record Scale(LocalDate from, LocalDate to, BigDecimal low, BigDecimal high) {
        static Scale of(Steps steps, TreeMap<LocalDate, List<Steps.Step>> days) {
            var low = BigDecimal.ZERO.min(steps.opening());
            var high = BigDecimal.ONE.max(steps.opening()).max(steps.limit());
            var balance = steps.opening();
            for (var day : days.values()) {
                balance = day.stream().map(Steps.Step::change).reduce(balance, BigDecimal::add);
                low = low.min(balance);
                high = high.max(balance);
            }
            var least = steps.from().plusDays(LEAST_DAYS);
            var last = days.lastKey().plusDays(3);
            return new Scale(steps.from(), last.isAfter(least) ? last : least, low, high);
        }

        int x(LocalDate day) {
            return (int) (LEFT + (RIGHT - LEFT) * DAYS.between(from, day) / DAYS.between(from, to));
        }

        int y(BigDecimal figure) {
            return BOTTOM - figure.subtract(low).multiply(BigDecimal.valueOf(BOTTOM - TOP)).divide(high.subtract(low), 0, RoundingMode.HALF_UP).intValue();
        }

        /** Round figures across. */
        List<Level> levels(View view) {
            var span = high.subtract(low);
            var power = BigDecimal.ONE.scaleByPowerOfTen(span.precision() - span.scale() - 1);
            var step = List.of("0.25", "0.5", "1", "2", "5").stream().map(round -> power.multiply(new BigDecimal(round)))
                    .filter(round -> round.multiply(BigDecimal.valueOf(LEVELS)).compareTo(span) >= 0).findFirst().orElse(span);
            var first = low.divide(step, 0, RoundingMode.CEILING).intValue();
            var last = high.divide(step, 0, RoundingMode.FLOOR).intValue();
            return IntStream.rangeClosed(first, last).mapToObj(at -> step.multiply(BigDecimal.valueOf(at))).map(figure -> new Level(y(figure), view.formats().quantity(figure))).toList();
        }

        List<Day> named(View view) {
            var span = DAYS.between(from, to);
            return IntStream.rangeClosed(0, DAYS_NAMED).mapToObj(at -> from.plusDays(span * at / DAYS_NAMED)).map(day -> new Day(x(day), view.formats().date(day))).toList();
        }
    }
}
