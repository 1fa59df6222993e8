package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of numbers (spec: finance, section 8). Blank texts and absent dates mean "none".
 *
 * @param increment added to the last group of digits
 * @param allowGaps numbers may be lost, so nobody waits for anybody
 */
public record SeriesLine(
        long id,
        Optional<LocalDate> startingDate,
        String startingNumber,
        String endingNumber,
        String warningNumber,
        int increment,
        String lastNumberUsed,
        Optional<LocalDate> lastDateUsed,
        boolean allowGaps) {
    /** The longest number of any record. */
    public static final int LONGEST = 20;

    private static final Pattern LAST_DIGITS = Pattern.compile("(.*\\D|)(\\d+)(\\D*)", Pattern.DOTALL);

    /** The number after the last one used. */
    NextNumber next(String series, LocalDate date, boolean dateOrder) {
        if (dateOrder && lastDateUsed.filter(date::isBefore).isPresent()) {
            return new NextNumber.None("finance.series-date-order", Map.of("series", series, "date", date, "lastDate", lastDateUsed.orElseThrow()));
        }
        var number = lastNumberUsed.isEmpty() ? startingNumber : after(lastNumberUsed);
        if (number.length() > LONGEST || !endingNumber.isEmpty() && isAbove(number, endingNumber)) {
            return new NextNumber.None("finance.series-exhausted", Map.of("series", series, "last", lastNumberUsed));
        }
        return new NextNumber.Taken(number, !warningNumber.isEmpty() && !isAbove(warningNumber, number));
    }

    /** This line after a number of it was used. */
    SeriesLine withLast(String number, LocalDate date) {
        return new SeriesLine(
                id, startingDate, startingNumber, endingNumber, warningNumber, increment, number, Optional.of(date), allowGaps);
    }

    /** Adds to the last group of digits and keeps its length, growing when needed. */
    private String after(String number) {
        var parts = parts(number);
        var digits = parts.group(2);
        var next = Long.toString(Math.addExact(Long.parseLong(digits), increment));
        return parts.group(1) + "0".repeat(Math.max(0, digits.length() - next.length())) + next + parts.group(3);
    }

    private static boolean isAbove(String number, String limit) {
        return Long.parseLong(parts(number).group(2)) > Long.parseLong(parts(limit).group(2));
    }

    private static Matcher parts(String number) {
        var parts = LAST_DIGITS.matcher(number);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no digits in " + number);
        }
        return parts;
    }
}
