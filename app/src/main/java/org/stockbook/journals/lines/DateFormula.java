package org.stockbook.journals.lines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Leads from one date to another by steps, for instance {@code 1M} or {@code CM+1M}: days D, weeks W, months M, quarters Q and years Y; with C
 * before a unit, the end of the current one, and with a minus before C its beginning.
 */
public record DateFormula(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("([+-]?)(C|[0-9]{1,4})([DWMQY])");
    private static final int MOST_STEPS = 10;

    public DateFormula {
        steps = List.copyOf(steps);
    }

    /** A number of units, or the edge of the current unit where the number is missing. */
    public record Step(boolean back, Optional<Integer> count, char unit) {
        private LocalDate from(LocalDate date) {
            return count.map(number -> moved(date, back ? -number : number)).orElseGet(() -> back ? beginning(date) : moved(beginning(date), 1).minusDays(1));
        }

        private LocalDate moved(LocalDate date, long by) {
            return switch (unit) {
                case 'D' -> date.plusDays(by);
                case 'W' -> date.plusWeeks(by);
                case 'M' -> date.plusMonths(by);
                case 'Q' -> date.plusMonths(3 * by);
                default -> date.plusYears(by);
            };
        }

        private LocalDate beginning(LocalDate date) {
            return switch (unit) {
                case 'D' -> date;
                case 'W' -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case 'M' -> date.withDayOfMonth(1);
                case 'Q' -> date.with(IsoFields.DAY_OF_QUARTER, 1);
                default -> date.withDayOfYear(1);
            };
        }
    }

    /** The formula that a text means; empty for a text that means none. */
    public static Optional<DateFormula> read(String text) {
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(text);
        var end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end && (end == 0 || !matcher.group(1).isEmpty())) {
            var count = matcher.group(2).equals("C") ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(matcher.group(2)));
            steps.add(new Step(matcher.group(1).equals("-"), count, matcher.group(3).charAt(0)));
            end = matcher.end();
        }
        return end == text.length() && !steps.isEmpty() && steps.size() <= MOST_STEPS ? Optional.of(new DateFormula(steps)) : Optional.empty();
    }

    public LocalDate from(LocalDate date) {
        var reached = date;
        for (var step : steps) {
            reached = step.from(reached);
        }
        return reached;
    }
}
