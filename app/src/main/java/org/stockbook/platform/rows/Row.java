package org.stockbook.platform.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values by column; a blank is absent. */
public record Row(Map<String, Object> values) {
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Texts by column. */
    public static Row of(Map<String, String> texts) {
        return new Row(new LinkedHashMap<>(texts));
    }

    /** A row that is known by its key alone. */
    public static Row of(String key) {
        return of(Map.of("key", key));
    }

    public Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** The value as text, empty where it is blank. */
    public String text(String column) {
        return value(column).map(Object::toString).orElse("");
    }

    /** The value as a figure, zero where it is blank. */
    public BigDecimal figure(String column) {
        return value(column).map(value -> value instanceof BigDecimal figure ? figure : new BigDecimal(value.toString())).orElse(BigDecimal.ZERO);
    }

    public Optional<LocalDate> date(String column) {
        return value(column).map(LocalDate.class::cast);
    }
}
