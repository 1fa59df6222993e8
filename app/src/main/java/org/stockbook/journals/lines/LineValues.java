package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stockbook.journals.JournalField;
import org.stockbook.kernel.ledger.EntryType;

/**
 * The texts of one line, read as what their fields are; a text that cannot be read is as good as none and reported apart
 * (spec: journals, section 3).
 *
 * @param texts canonical texts; blank fields are absent
 */
public record LineValues(Map<JournalField, String> texts) {
    /** A line on which nothing was typed. */
    public static final LineValues NONE = new LineValues(Map.of());
    public static final String YES = "true";
    private static final String NO = "false";
    private static final int QUANTITY_DECIMALS = 5;
    private static final int AMOUNT_DECIMALS = 2;
    private static final int WHOLE_DIGITS = 13;

    public LineValues {
        texts = Map.copyOf(texts);
    }

    /** The text of a field, empty where it is blank. */
    public String text(JournalField field) {
        return texts.getOrDefault(field, "");
    }

    public boolean has(JournalField field) {
        return texts.containsKey(field);
    }

    /** The text of a field, unless it is too long for what it stands for; then empty. */
    public String code(JournalField field) {
        return isReadable(field) ? text(field) : "";
    }

    public Optional<LocalDate> date(JournalField field) {
        try {
            return has(field) ? Optional.of(LocalDate.parse(text(field))).filter(LineValues::isPlausible) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(LocalDate date) {
        return date.getYear() > 0 && date.getYear() < 10_000;
    }

    /** The figure in a field; empty where it is blank, no number, too large or too fine. */
    public Optional<BigDecimal> figure(JournalField field) {
        return number(field).filter(figure -> figure.stripTrailingZeros().scale() <= decimals(field));
    }

    private Optional<BigDecimal> number(JournalField field) {
        try {
            return has(field) && text(field).length() <= 40 ? Optional.of(new BigDecimal(text(field))).filter(LineValues::isSmall) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isSmall(BigDecimal figure) {
        return figure.precision() - figure.scale() <= WHOLE_DIGITS && figure.scale() <= 100;
    }

    public Optional<EntryType> entryType() {
        return word(EntryType.class, JournalField.ENTRY_TYPE);
    }

    /** The word of an enumeration in a field. */
    public <E extends Enum<E>> Optional<E> word(Class<E> words, JournalField field) {
        return EnumSet.allOf(words).stream().filter(word -> RefusalTexts.word(word).equals(text(field))).findFirst();
    }

    /** Whether a field says yes; a blank one says no. */
    public boolean says(JournalField field) {
        return text(field).equals(YES);
    }

    /** A word of an enumeration as lines write it. */
    public static String word(Enum<?> word) {
        return RefusalTexts.word(word);
    }

    /** A word of an enumeration of the database as lines write it. */
    public static String camelCase(String literal) {
        return RefusalTexts.camelCase(literal);
    }

    /** Whether the text of a field is blank or can be read. */
    public boolean isReadable(JournalField field) {
        return !has(field) || switch (field) {
            case POSTING_DATE, DOCUMENT_DATE, RECURRING_UNTIL -> date(field).isPresent();
            case QUANTITY, UNIT_AMOUNT, AMOUNT, APPLIES_TO_ENTRY, APPLIES_FROM_ENTRY, VALUE_CALCULATED, UNIT_COST_CALCULATED, UNIT_COST_REVALUED,
                    VALUE_REVALUED -> figure(field).isPresent();
            case ENTRY_TYPE -> entryType().isPresent();
            case RECURRING_METHOD -> word(RecurringMethod.class, field).isPresent();
            case RECURRING_FREQUENCY -> DateFormula.read(text(field)).isPresent();
            case VALUE_PER -> word(ValuePer.class, field).isPresent();
            case PARTIAL_REVALUATION, UPDATE_STANDARD_COST -> says(field) || text(field).equals(NO);
            case ITEM, DOCUMENT_NO, BUSINESS_GROUP, DIMENSION_1, DIMENSION_2, NEW_DIMENSION_1, NEW_DIMENSION_2 -> text(field).length() <= 20;
            case VARIANT, NEW_VARIANT, LOCATION, NEW_LOCATION, UNIT, REASON -> text(field).length() <= 10;
            case EXTERNAL_DOCUMENT_NO -> text(field).length() <= 35;
            case SERIAL_NO, LOT_NO -> text(field).length() <= 50;
            case LINE, DESCRIPTION, IMPORT_SOURCE -> true;
        };
    }

    /** Whether a field holds a number that is only too fine. */
    boolean isTooFine(JournalField field) {
        return number(field).isPresent() && figure(field).isEmpty();
    }

    private static int decimals(JournalField field) {
        return switch (field) {
            case AMOUNT, VALUE_CALCULATED, VALUE_REVALUED -> AMOUNT_DECIMALS;
            case QUANTITY, UNIT_AMOUNT, UNIT_COST_CALCULATED, UNIT_COST_REVALUED -> QUANTITY_DECIMALS;
            case APPLIES_TO_ENTRY, APPLIES_FROM_ENTRY, LINE, POSTING_DATE, DOCUMENT_DATE, ENTRY_TYPE, DOCUMENT_NO, EXTERNAL_DOCUMENT_NO, ITEM, VARIANT,
                    DESCRIPTION, LOCATION, NEW_LOCATION, NEW_VARIANT, UNIT, SERIAL_NO, LOT_NO, REASON, BUSINESS_GROUP, DIMENSION_1, DIMENSION_2, NEW_DIMENSION_1,
                    NEW_DIMENSION_2, RECURRING_METHOD, RECURRING_FREQUENCY, RECURRING_UNTIL, VALUE_PER, PARTIAL_REVALUATION, UPDATE_STANDARD_COST,
                    IMPORT_SOURCE -> 0;
        };
    }

    /** These values with others over them; an empty text blanks a field. Codes are kept in capitals and without blanks around them. */
    public LineValues with(Map<JournalField, String> changes) {
        var all = new EnumMap<JournalField, String>(JournalField.class);
        all.putAll(texts);
        changes.forEach((field, text) -> {
            var plain = canonical(field, text);
            if (plain.isEmpty()) {
                all.remove(field);
            } else {
                all.put(field, plain);
            }
        });
        return new LineValues(all);
    }

    public LineValues with(JournalField field, String text) {
        return with(Map.of(field, text));
    }

    private static String canonical(JournalField field, String typed) {
        var text = typed.replace("\u0000", "").strip();
        return switch (field) {
            case ITEM, VARIANT, NEW_VARIANT, LOCATION, NEW_LOCATION, UNIT, DOCUMENT_NO, REASON, BUSINESS_GROUP, SERIAL_NO, LOT_NO, DIMENSION_1, DIMENSION_2,
                    NEW_DIMENSION_1, NEW_DIMENSION_2, RECURRING_FREQUENCY -> text.toUpperCase(Locale.ROOT);
            case LINE -> "";
            case POSTING_DATE, DOCUMENT_DATE, ENTRY_TYPE, EXTERNAL_DOCUMENT_NO, DESCRIPTION, QUANTITY, UNIT_AMOUNT, AMOUNT, APPLIES_TO_ENTRY,
                    APPLIES_FROM_ENTRY, RECURRING_METHOD, RECURRING_UNTIL, VALUE_PER, VALUE_CALCULATED, UNIT_COST_CALCULATED, UNIT_COST_REVALUED,
                    VALUE_REVALUED, IMPORT_SOURCE -> text;
            case PARTIAL_REVALUATION, UPDATE_STANDARD_COST -> text.equals(NO) ? "" : text;
        };
    }
}
