package org.stockbook.kernel.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days reckoned from a day: signed parts in their order, each a number of units or {@code C} and a unit for the end of the current
 * one, such as {@code 1M+CM} (spec: finance, section 14). A blank formula stays on the day.
 */
public record DateFormula(List<Part> parts) {
    /** Stays on the day. */
    public static final DateFormula BLANK = new DateFormula(List.of());

    private static final Pattern PART = Pattern.compile("([+-]?)(?:(C)|([0-9]{1,4}))(WD|[DWMQY])");

    public DateFormula {
        parts = List.copyOf(parts);
    }

    /** Units that formulas count in. */
    public enum Unit {
        DAY("D"),
        WEEKDAY("WD"),
        WEEK("W"),
        MONTH("M"),
        QUARTER("Q"),
        YEAR("Y");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }
    }

    /** One step. */
    public sealed interface Part {
        /** So many units forward, back below zero; a weekday is the so many-th day of that number in its week, 1 on Mondays. */
        record Count(int number, Unit unit) implements Part {}

        /** To the end of the unit the day is in, or to its start. */
        record Current(Unit unit, boolean start) implements Part {}
    }

    /** What a text says; empty if it is no formula. Angle brackets and spaces around parts do not matter. */
    public static Optional<DateFormula> read(String text) {
        var plain = text.replaceAll("[<>\\s]", "").toUpperCase(Locale.ROOT);
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(plain);
        var end = 0;
        while (matcher.find() && matcher.start() == end && (end == 0 || !matcher.group(1).isEmpty())) {
            var back = matcher.group(1).equals("-");
            var unit = unit(matcher.group(4));
            parts.add(Optional.<String>ofNullable(matcher.group(3))
                    .<Part>map(number -> new Part.Count(back ? -Integer.parseInt(number) : Integer.parseInt(number), unit))
                    .orElseGet(() -> new Part.Current(unit, back)));
            end = matcher.end();
        }
        return end == plain.length() ? Optional.of(new DateFormula(parts)) : Optional.empty();
    }

    /** As it is typed; read again it is the same formula. */
    public String text() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(switch (part) {
                case Part.Count count -> (count.number() < 0 ? "-" : text.isEmpty() ? "" : "+") + Math.abs(count.number()) + count.unit().sign;
                case Part.Current current -> (current.start() ? "-" : text.isEmpty() ? "" : "+") + "C" + current.unit().sign;
            });
        }
        return text.toString();
    }

    private static Unit unit(String sign) {
        for (var unit : Unit.values()) {
            if (unit.sign.equals(sign)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no unit of dates: " + sign);
    }

    /** The day that this formula leads to. */
    public LocalDate from(LocalDate day) {
        var reached = day;
        for (var part : parts) {
            reached = switch (part) {
                case Part.Count count -> count(reached, count);
                case Part.Current current -> current.start() ? start(reached, current.unit()) : end(reached, current.unit());
            };
        }
        return reached;
    }

    /** The day from which this formula leads here, as far as steps can be taken back: lead times reckoned backwards. */
    public LocalDate before(LocalDate day) {
        var reached = day;
        for (var part : parts.reversed()) {
            reached = switch (part) {
                case Part.Count count -> count(reached, new Part.Count(-count.number(), count.unit()));
                case Part.Current _ -> reached;
            };
        }
        return reached;
    }

    private static LocalDate count(LocalDate day, Part.Count count) {
        return switch (count.unit()) {
            case DAY -> day.plusDays(count.number());
            case WEEK -> day.plusWeeks(count.number());
            case MONTH -> day.plusMonths(count.number());
            case QUARTER -> day.plusMonths(3L * count.number());
            case YEAR -> day.plusYears(count.number());
            case WEEKDAY -> {
                var weekday = DayOfWeek.of(Math.floorMod(Math.abs(count.number()) - 1, 7) + 1);
                yield day.with(count.number() < 0 ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday));
            }
        };
    }

    private static LocalDate end(LocalDate day, Unit unit) {
        return switch (unit) {
            case DAY, WEEKDAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER -> start(day, Unit.QUARTER).plusMonths(3).minusDays(1);
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private static LocalDate start(LocalDate day, Unit unit) {
        return switch (unit) {
            case DAY, WEEKDAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            case QUARTER -> LocalDate.of(day.getYear(), Month.from(day).firstMonthOfQuarter(), 1);
            case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }
}
