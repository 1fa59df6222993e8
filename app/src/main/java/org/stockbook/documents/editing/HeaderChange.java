package org.stockbook.documents.editing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed on the header of a document: only what changed, by field. Order never matters.
 *
 * @param values text, date, truth or figure as the field holds it
 */
public record HeaderChange(Map<Field, Object> values) {
    public static final HeaderChange NONE = new HeaderChange(Map.of());

    public HeaderChange {
        values = Map.copyOf(values);
    }

    /** What can be typed. */
    public enum Field {
        PARTNER(String.class, true),
        POSTING_DATE(LocalDate.class, false),
        DOCUMENT_DATE(LocalDate.class, false),
        DUE_DATE(LocalDate.class, false),
        ORDER_DATE(LocalDate.class, true),
        REQUESTED_DATE(LocalDate.class, false),
        VALID_UNTIL(LocalDate.class, false),
        CURRENCY(String.class, true),
        PRICES_INCLUDE_VAT(Boolean.class, true),
        PAYMENT_TERMS(String.class, true),
        LOCATION(String.class, true),
        SHIP_TO(String.class, true),
        SHIPMENT_METHOD(String.class, true),
        SHIP_COMPLETE(Boolean.class, true),
        EXTERNAL(String.class, false),
        REFERENCE(String.class, false),
        APPLIES_TO(String.class, false),
        INVOICE_DISCOUNT_PERCENTAGE(BigDecimal.class, true),
        INVOICE_DISCOUNT_AMOUNT(BigDecimal.class, true),
        DIMENSIONS(Long.class, true),
        REASON(String.class, false),
        CENTER(String.class, true),
        ASSIGNED_USER(String.class, false);

        private final Class<?> type;
        private final boolean agreed;

        Field(Class<?> type, boolean agreed) {
            this.type = type;
            this.agreed = agreed;
        }

        /** Part of what was agreed, and so locked once the document is released. */
        boolean isAgreed() {
            return agreed;
        }

        public Class<?> type() {
            return type;
        }
    }

    Optional<String> text(Field field) {
        return Optional.ofNullable(values.get(field)).map(String.class::cast);
    }

    Optional<LocalDate> date(Field field) {
        return Optional.ofNullable(values.get(field)).map(LocalDate.class::cast);
    }

    Optional<Boolean> truth(Field field) {
        return Optional.ofNullable(values.get(field)).map(Boolean.class::cast);
    }

    Optional<BigDecimal> figure(Field field) {
        return Optional.ofNullable(values.get(field)).map(BigDecimal.class::cast);
    }

    Optional<Long> number(Field field) {
        return Optional.ofNullable(values.get(field)).map(Long.class::cast);
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }

    /** Something that was agreed and is locked once the document is released. */
    boolean touchesWhatWasAgreed() {
        return values.keySet().stream().anyMatch(Field::isAgreed);
    }
}
