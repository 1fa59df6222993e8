package org.stockbook.platform.i18n;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;

/**
 * Numbers and dates as one language writes them (spec: ui, section 10); patterns and symbols come from CLDR. Figures use the minus sign, not
 * the hyphen, so that columns of them align.
 */
public final class Formats {
    /** How a range without a beginning or without an end is written. */
    private static final String OPEN_END = "…";

    private static final char MINUS = '\u2212';
    private static final int GROUP = 3;

    private final Language language;
    private final String decimalSign;
    private final String groupingSign;
    private final String datePattern;
    private final DateTimeFormatter dates;

    Formats(Language language) {
        this.language = language;
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        decimalSign = symbols.getDecimalSeparatorString();
        groupingSign = symbols.getGroupingSeparatorString();
        datePattern = language == Language.DANISH ? "dd.MM.yyyy" : "yyyy-MM-dd";
        dates = DateTimeFormatter.ofPattern(datePattern.replace("yyyy", "uuuu"));
    }

    public String decimalSign() {
        return decimalSign;
    }

    public String groupingSign() {
        return groupingSign;
    }

    /** How dates are written in grids, for instance {@code dd.MM.yyyy}. */
    public String datePattern() {
        return datePattern;
    }

    /** A quantity: up to five decimals, without padding. */
    public String quantity(BigDecimal quantity) {
        return decimal(quantity, 0, 5);
    }

    /** An amount of local currency: two decimals. */
    public String amount(BigDecimal amount) {
        return decimal(amount, 2, 2);
    }

    /** A unit cost or price: two to five decimals. */
    public String unitAmount(BigDecimal amount) {
        return decimal(amount, 2, 5);
    }

    public String integer(long number) {
        return decimal(BigDecimal.valueOf(number), 0, 0);
    }

    private String decimal(BigDecimal value, int fewest, int most) {
        var rounded = value.setScale(Math.max(fewest, Math.min(most, value.stripTrailingZeros().scale())), RoundingMode.HALF_UP);
        var digits = rounded.abs().toPlainString();
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var written = new StringBuilder(digits.length() + 8);
        if (rounded.signum() < 0) {
            written.append(MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                written.append(groupingSign);
            }
            written.append(whole.charAt(i));
        }
        return point < 0 ? written.toString() : written.append(decimalSign).append(digits, point + 1, digits.length()).toString();
    }

    /** A date in a grid or a field. */
    public String date(LocalDate date) {
        return dates.format(date);
    }

    /** A date in a sentence, for instance 20 Nov 2026. */
    public String dateInText(LocalDate date) {
        return dateBy(date, switch (language) {
            case ENGLISH, CANADIAN_FRENCH -> "d MMM y";
            case DANISH -> "d. MMM y";
        });
    }

    /** A month in a chart, for instance Nov. */
    public String month(LocalDate date) {
        return dateBy(date, "MMM");
    }

    /** A date as a headline, with the day of the week. */
    public String dateInFull(LocalDate date) {
        return dateBy(date, switch (language) {
            case ENGLISH -> "EEEE, d MMMM y";
            case CANADIAN_FRENCH -> "EEEE d MMMM y";
            case DANISH -> "EEEE 'den' d. MMMM y";
        });
    }

    /** A moment, to the minute, in coordinated universal time until companies have a time zone. */
    public String moment(Instant moment) {
        var utc = moment.atOffset(ZoneOffset.UTC);
        return dates.format(utc) + " " + DateTimeFormatter.ofPattern("HH:mm").format(utc);
    }

    private String dateBy(LocalDate date, String pattern) {
        var format = new SimpleDateFormat(pattern, language.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** An argument of a message: whole numbers stay numbers, so that plurals work; the rest becomes text, with the minus sign of grids. */
    Object argument(Object value) {
        return switch (value) {
            case BigDecimal number when number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0 -> number;
            case BigDecimal number -> quantity(number);
            case Amount amount -> amount(amount.value());
            case UnitCost cost -> unitAmount(cost.value());
            case LocalDate date when date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX) -> OPEN_END;
            case LocalDate date -> dateInText(date);
            case Instant moment -> moment(moment);
            case Integer number -> number;
            case Long number -> number;
            default -> value.toString();
        };
    }
}
