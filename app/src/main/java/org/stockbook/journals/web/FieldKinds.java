package org.stockbook.journals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.journals.JournalField;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.platform.rows.Kind;

/** What the fields of a line hold, and what its texts say as values (spec: api, section 3). */
final class FieldKinds {
    private static final String FIGURE = "-?[0-9]{1,18}(?:\\.[0-9]+)?";
    private static final String NUMBER = "[0-9]{1,18}";
    private static final Set<String> ENTRY_TYPES = Stream.of(EntryType.values()).map(type -> JournalAnswers.word(type.name())).collect(Collectors.toUnmodifiableSet());

    private FieldKinds() {}

    static Kind of(JournalField field) {
        return switch (field) {
            case POSTING_DATE, DOCUMENT_DATE, RECURRING_UNTIL -> Kind.DATE;
            case QUANTITY, UNIT_AMOUNT, AMOUNT, VALUE_CALCULATED, UNIT_COST_CALCULATED, UNIT_COST_REVALUED, VALUE_REVALUED -> Kind.QUANTITY;
            case APPLIES_TO_ENTRY, APPLIES_FROM_ENTRY -> Kind.NUMBER;
            case PARTIAL_REVALUATION, UPDATE_STANDARD_COST -> Kind.FLAG;
            case DESCRIPTION, IMPORT_SOURCE -> Kind.TEXT;
            case ENTRY_TYPE, RECURRING_METHOD, VALUE_PER -> Kind.CHOICE;
            case LINE, DOCUMENT_NO, EXTERNAL_DOCUMENT_NO, ITEM, VARIANT, LOCATION, NEW_LOCATION, NEW_VARIANT, UNIT, SERIAL_NO, LOT_NO, REASON, BUSINESS_GROUP,
                    DIMENSION_1, DIMENSION_2, NEW_DIMENSION_1, NEW_DIMENSION_2, RECURRING_FREQUENCY -> Kind.CODE;
        };
    }

    /** The value of a text; nothing where the text cannot be read. */
    static Optional<Object> value(JournalField field, String text) {
        return switch (of(field)) {
            case DATE -> date(text);
            case QUANTITY, UNIT_AMOUNT, AMOUNT, COUNT -> text.matches(FIGURE) ? Optional.of(JournalAnswers.decimal(new BigDecimal(text))) : Optional.empty();
            case NUMBER -> text.matches(NUMBER) ? Optional.of(Long.parseLong(text)) : Optional.empty();
            case FLAG -> text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case CHOICE -> field != JournalField.ENTRY_TYPE || ENTRY_TYPES.contains(text) ? Optional.of(text) : Optional.empty();
            case TEXT, CODE, MOMENT -> Optional.of(text);
        };
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
