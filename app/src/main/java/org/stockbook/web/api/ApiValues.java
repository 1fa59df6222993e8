package org.stockbook.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stockbook.platform.rows.Row;

/** Values as the API writes them: decimals plain and exact, as texts where the caller asks for it (spec: api, section 3). */
public final class ApiValues {
    /** What a caller accepts who reads numbers as binary fractions and must not lose digits. */
    public static final String COMPATIBLE = "IEEE754Compatible=true";

    private ApiValues() {}

    /** A decimal without needless zeros. */
    public static Object decimal(BigDecimal value, boolean asText) {
        var plain = value.stripTrailingZeros();
        var shown = plain.scale() < 0 ? plain.setScale(0) : plain;
        return asText ? shown.toPlainString() : shown;
    }

    /** A row as a JSON object: the columns that are selected, all where none is; blanks are left out. */
    static Map<String, Object> row(Resource resource, Set<String> selected, Row row, boolean asText) {
        var values = new LinkedHashMap<String, Object>();
        resource.columns().stream().filter(column -> selected.isEmpty() || selected.contains(column.name()))
                .forEach(column -> row.value(column.name()).ifPresent(value -> values.put(column.name(), plain(value, asText))));
        return values;
    }

    private static Object plain(Object value, boolean asText) {
        return switch (value) {
            case BigDecimal decimal -> decimal(decimal, asText);
            case Long number when asText -> number.toString();
            default -> value;
        };
    }
}
