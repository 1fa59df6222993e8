package org.stockbook.platform.records;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.i18n.Sentence;
import org.stockbook.platform.rows.Kind;

/** Reads what a program or a file gives for a field (spec: api, section 3). */
final class ValueReader {
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999");
    private static final int DECIMALS = 5;
    private static final int DECIMALS_OF_AMOUNTS = 2;

    private ValueReader() {}

    /** What was read, or why it cannot be. */
    sealed interface Reading {
        /** A typed value; an empty text for a blank. */
        record Value(Object value) implements Reading {}

        record Refused(String code, Map<String, Object> parameters) implements Reading {}
    }

    static Reading read(RecordField field, Object given) {
        var text = given instanceof BigDecimal figure ? figure.toPlainString() : given.toString().strip();
        if (text.isEmpty()) {
            return field.kind() == Kind.FLAG ? new Reading.Value(false) : new Reading.Value("");
        }
        return switch (field.kind()) {
            case TEXT -> text(field, Normalizer.normalize(text, Normalizer.Form.NFC));
            case CODE -> text(field, text.toUpperCase(Locale.ROOT));
            case CHOICE -> field.literal(text)
                    .<Reading>map(literal -> new Reading.Value(RecordField.word(literal)))
                    .orElseGet(() -> refused(text, "no-choice", Map.of("choices", String.join(", ", field.choices()))));
            case FLAG -> flag(text);
            case NUMBER, COUNT -> whole(text);
            case QUANTITY, UNIT_AMOUNT -> decimal(text, DECIMALS);
            case AMOUNT -> decimal(text, DECIMALS_OF_AMOUNTS);
            case DATE, MOMENT -> date(text);
        };
    }

    private static Reading text(RecordField field, String text) {
        var longest = field.longest();
        if (text.indexOf('\0') >= 0) {
            return refused(text.replace('\0', '?'), "no-text", Map.of());
        }
        return longest > 0 && text.length() > longest ? refused(text, "too-long", Map.of("longest", longest)) : new Reading.Value(text);
    }

    private static Reading flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "y", "oui", "ja", "x" -> new Reading.Value(true);
            case "false", "no", "0", "n", "non", "nej" -> new Reading.Value(false);
            default -> refused(text, "no-flag", Map.of());
        };
    }

    private static Reading whole(String text) {
        try {
            return new Reading.Value(Long.valueOf(text));
        } catch (NumberFormatException unreadable) {
            return refused(text, "no-whole-number", Map.of());
        }
    }

    private static Reading decimal(String text, int decimals) {
        return exact(text)
                .filter(figure -> figure.abs().compareTo(LARGEST) <= 0)
                .<Reading>map(figure -> Math.max(0, figure.stripTrailingZeros().scale()) > decimals
                        ? new Reading.Refused("api.needs-rounding", Map.of("value", text, "decimals", decimals))
                        : new Reading.Value(figure))
                .orElseGet(() -> refused(text, "no-number", Map.of()));
    }

    private static Optional<BigDecimal> exact(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Reading date(String text) {
        try {
            return new Reading.Value(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return refused(text, "no-date", Map.of());
        }
    }

    /** @param reason the key of its sentence, without what all have in common */
    private static Reading.Refused refused(String value, String reason, Map<String, ?> more) {
        var named = new HashMap<String, Object>(more);
        named.put("value", value);
        return new Reading.Refused("api.malformed", Map.of("value", value, "reason", new Sentence("value." + reason, named)));
    }
}
