package org.stockbook.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.identities.References.Named;
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
    static Map<String, Object> row(Resource resource, Set<String> selected, Row row, Style style) {
        var values = new LinkedHashMap<String, Object>();
        if (isWanted(selected, Identification.ID)) {
            resource.ids().id(row).ifPresent(id -> values.put(Identification.ID, id));
        }
        resource.columns().forEach(column -> row.value(column.name()).ifPresent(value -> {
            if (isWanted(selected, column.name())) {
                values.put(column.name(), plain(value, style.decimalsAsText()));
            }
            var id = References.idName(column.name());
            if (isWanted(selected, id)) {
                resource.ids().reference(id).filter(reference -> reference.column().equals(column.name()))
                        .flatMap(reference -> resource.ids().value(reference.name(), row, style.ids())).ifPresent(found -> values.put(id, found));
            }
        }));
        if (resource.hasEtag() && isWanted(selected, Resource.ETAG)) {
            resource.behind(Resource.ETAG).flatMap(row::value).ifPresent(version -> values.put(Resource.ETAG, version.toString()));
        }
        return values;
    }

    private static boolean isWanted(Set<String> selected, String name) {
        return selected.isEmpty() || selected.contains(name);
    }

    /**
     * How rows are written.
     *
     * @param ids of the records that they name
     */
    record Style(boolean decimalsAsText, Map<Named, String> ids) {}

    private static Object plain(Object value, boolean asText) {
        return switch (value) {
            case BigDecimal decimal -> decimal(decimal, asText);
            case Long number when asText -> number.toString();
            default -> value;
        };
    }
}
