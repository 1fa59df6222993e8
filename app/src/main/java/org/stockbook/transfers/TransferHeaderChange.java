package org.stockbook.transfers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed on the header of a transfer order: only what changed, by field. Order never matters.
 *
 * @param values text, date, truth or number as the field holds it
 */
public record TransferHeaderChange(Map<Field, Object> values) {
    public TransferHeaderChange {
        values = Map.copyOf(values);
    }

    /** What can be typed. */
    public enum Field {
        FROM(String.class, true),
        TO(String.class, true),
        ROUTE(String.class, true),
        IN_TRANSIT(String.class, true),
        POSTING_DATE(LocalDate.class, false),
        SHIPMENT_DATE(LocalDate.class, false),
        RECEIPT_DATE(LocalDate.class, false),
        SHIPPING_TIME(String.class, false),
        REFERENCE(String.class, false),
        ASSIGNED_USER(String.class, false),
        SHIPMENT_METHOD(String.class, true),
        SHIP_COMPLETE(Boolean.class, true),
        DIMENSIONS(Long.class, true);

        private final Class<?> type;
        private final boolean agreed;

        Field(Class<?> type, boolean agreed) {
            this.type = type;
            this.agreed = agreed;
        }

        public Class<?> type() {
            return type;
        }

        /** Part of what was agreed, and so locked once the order is released. */
        boolean isAgreed() {
            return agreed;
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

    Optional<Long> number(Field field) {
        return Optional.ofNullable(values.get(field)).map(Long.class::cast);
    }

    boolean touchesWhatWasAgreed() {
        return values.keySet().stream().anyMatch(Field::isAgreed);
    }
}
