package org.stockbook.kernel.costing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.Place;

/**
 * Which average pool and which period an amount belongs to, by its valuation date (spec: costing, sections 6.7 and 7).
 * One rule per fiscal year; dates before the first fiscal year and companies without any use the rule of the setup.
 */
public final class AverageCostPolicy {
    private final AverageRule fallback;
    private final NavigableMap<LocalDate, AverageRule> ruleByYearStart;
    private final NavigableSet<LocalDate> accountingPeriodStarts;

    /**
     * @param fallback the rule of the inventory setup
     * @param ruleByYearStart first day of each fiscal year and how that year is pooled
     * @param accountingPeriodStarts first day of each accounting period
     */
    public AverageCostPolicy(
            AverageRule fallback,
            NavigableMap<LocalDate, AverageRule> ruleByYearStart,
            Set<LocalDate> accountingPeriodStarts) {
        this.fallback = fallback;
        this.ruleByYearStart = new TreeMap<>(ruleByYearStart);
        this.accountingPeriodStarts = new TreeSet<>(accountingPeriodStarts);
    }

    /** One rule for all dates, calendar years as fiscal years. */
    public static AverageCostPolicy of(AverageCalculation calculation, AveragePeriodType period) {
        return new AverageCostPolicy(new AverageRule(calculation, period), new TreeMap<>(), Set.of());
    }

    /** The rule of the inventory setup. */
    public AverageRule present() {
        return fallback;
    }

    public AverageRule ruleOn(LocalDate date) {
        var year = ruleByYearStart.floorEntry(date);
        return year == null ? fallback : year.getValue();
    }

    /** The pool of a place on a date: the place itself, or one for the whole item. */
    public Place poolOf(Place place, LocalDate date) {
        return switch (ruleOn(date).calculation()) {
            case ITEM -> Place.BLANK;
            case ITEM_VARIANT_LOCATION -> place;
        };
    }

    /**
     * From which day on the entries of a book must be known to average what counts on a date: the first day of its period, or the day
     * on which places got averages of their own, because each began with a share of the item's value (spec: costing, section 7).
     */
    public LocalDate knownFrom(LocalDate date) {
        return sharedOn(date).orElseGet(() -> periodOf(date).first());
    }

    /** The day on which places got the averages of their own that they have on a date; empty where they always had, or have none. */
    Optional<LocalDate> sharedOn(LocalDate date) {
        var year = ruleByYearStart.floorKey(date);
        var shared = Optional.<LocalDate>empty();
        if (year != null && ruleOn(date).calculation() == AverageCalculation.ITEM_VARIANT_LOCATION) {
            while (year != null && shared.isEmpty()) {
                shared = ruleOn(year.minusDays(1)).calculation() == AverageCalculation.ITEM ? Optional.of(year) : Optional.empty();
                year = ruleByYearStart.lowerKey(year);
            }
        }
        return shared;
    }

    /** Whether what counts at one place on a date is part of what is averaged at another on a later date, perhaps by a pool in between. */
    boolean reaches(Place place, LocalDate date, Place other, LocalDate later) {
        return place.equals(other)
                || ruleOn(date).calculation() == AverageCalculation.ITEM
                || ruleOn(later).calculation() == AverageCalculation.ITEM
                || sharedOn(later).filter(day -> day.isAfter(date)).isPresent();
    }

    /** The period that a date falls in, cut at the starts of fiscal years. */
    public Period periodOf(LocalDate date) {
        var whole = wholePeriod(date, ruleOn(date).period());
        var yearStart = ruleByYearStart.floorKey(date);
        var nextYearStart = ruleByYearStart.higherKey(date);
        var first = yearStart != null && yearStart.isAfter(whole.first()) ? yearStart : whole.first();
        var last = nextYearStart != null && !nextYearStart.isAfter(whole.last())
                ? nextYearStart.minusDays(1)
                : whole.last();
        return new Period(first, last);
    }

    private Period wholePeriod(LocalDate date, AveragePeriodType type) {
        return switch (type) {
            case DAY -> new Period(date, date);
            case WEEK -> {
                var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusDays(6));
            }
            case MONTH -> new Period(date.withDayOfMonth(1), date.with(TemporalAdjusters.lastDayOfMonth()));
            case QUARTER -> {
                var first = date.with(IsoFields.DAY_OF_QUARTER, 1);
                yield new Period(first, first.plusMonths(3).minusDays(1));
            }
            case YEAR -> fiscalYear(date);
            case ACCOUNTING_PERIOD -> accountingPeriod(date);
        };
    }

    private Period fiscalYear(LocalDate date) {
        var start = ruleByYearStart.floorKey(date);
        var next = ruleByYearStart.higherKey(date);
        var first = start == null ? date.withDayOfYear(1) : start;
        return new Period(first, next == null ? first.plusYears(1).minusDays(1) : next.minusDays(1));
    }

    private Period accountingPeriod(LocalDate date) {
        var first = accountingPeriodStarts.floor(date);
        var next = accountingPeriodStarts.higher(date);
        return first == null || next == null
                ? wholePeriod(date, AveragePeriodType.MONTH)
                : new Period(first, next.minusDays(1));
    }

    /** Where and from when the costs of a book are marked as not final. */
    public Place markedPlace(ItemBook book, Place place, LocalDate valuationDate) {
        return book.facts().method().isAverage() ? poolOf(place, valuationDate) : place;
    }
}
