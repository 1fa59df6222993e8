package org.stockbook.inventory.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What entries are looked for by: whatever is given must hold (spec: finance, section 12).
 *
 * @param externalDocumentNumber what the partner calls the document
 */
record EntrySearch(@Nullable String documentNumber, @Nullable LocalDate postingDate, @Nullable String externalDocumentNumber, @Nullable String serialNumber,
        @Nullable String lotNumber, @Nullable String vendorNumber, @Nullable String customerNumber) {
    /** What can be given, as texts, in the order in which it is asked for; the day stands second. */
    static final List<String> TEXTS = List.of("documentNumber", "externalDocumentNumber", "serialNumber", "lotNumber", "vendorNumber", "customerNumber");

    /** Texts that are given, by name. A day alone finds nothing: it would find everything. */
    Map<String, String> texts() {
        var given = new LinkedHashMap<String, String>();
        var values = new String[] {documentNumber, externalDocumentNumber, serialNumber, lotNumber, vendorNumber, customerNumber};
        for (var index = 0; index < values.length; index++) {
            var text = Optional.ofNullable(values[index]).map(value -> value.replace("\u0000", "").strip()).orElse("");
            if (!text.isEmpty()) {
                given.put(TEXTS.get(index), text);
            }
        }
        return given;
    }

    Optional<LocalDate> day() {
        return Optional.ofNullable(postingDate);
    }
}
