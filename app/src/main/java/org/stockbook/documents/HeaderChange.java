package org.stockbook.documents;

import java.time.LocalDate;
import java.util.Optional;

/** What was typed on the header of a document: only what changed. */
public record HeaderChange(
        Optional<LocalDate> postingDate,
        Optional<LocalDate> documentDate,
        Optional<LocalDate> dueDate,
        Optional<String> currency,
        Optional<Boolean> pricesIncludeVat,
        Optional<String> location,
        Optional<String> external) {
    public static final HeaderChange NONE = new HeaderChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
