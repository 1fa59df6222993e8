package org.stockbook.kernel.items;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the values of an attribute are, and how each is written so that equal values are one text (spec: items, section 10). */
public enum AttributeType {
    OPTION,
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    BOOLEAN;

    private static final int MOST_WHOLE_DIGITS = 13;
    private static final int MOST_DECIMALS = 5;
    private static final int LONGEST = 250;
    private static final Set<String> YES = Set.of("true", "yes", "1", "oui", "ja");
    private static final Set<String> NO = Set.of("false", "no", "0", "non", "nej");

    /** The one way to write a value: 1.5, 2026-11-20, true; empty if the text is no value of this type. */
    public Optional<String> canonical(String written) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (this) {
            case OPTION, TEXT -> Optional.of(text);
            case INTEGER -> number(text).filter(figure -> figure.scale() <= 0).map(BigDecimal::toPlainString);
            case DECIMAL -> number(text).map(BigDecimal::toPlainString);
            case DATE -> date(text).map(LocalDate::toString);
            case BOOLEAN -> flag(text.toLowerCase(Locale.ROOT));
        };
    }

    /** Whether values are compared as figures. */
    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            var figure = text.length() > 40 ? BigDecimal.ZERO.setScale(MOST_DECIMALS + 1) : new BigDecimal(text);
            var plain = figure.signum() == 0 ? figure : figure.stripTrailingZeros();
            return plain.scale() <= MOST_DECIMALS && plain.precision() - plain.scale() <= MOST_WHOLE_DIGITS ? Optional.of(plain) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() > 0 && date.getYear() < 10_000);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> flag(String word) {
        return YES.contains(word) ? Optional.of("true") : NO.contains(word) ? Optional.of("false") : Optional.empty();
    }
}
