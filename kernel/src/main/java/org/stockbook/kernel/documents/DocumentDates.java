package org.stockbook.kernel.documents;

import java.time.LocalDate;

/**
 * The dates of a document (spec: purchasing, section 2.2).
 *
 * @param posting books of quantity and money
 * @param document date on the partner's paper
 * @param vat date on which VAT is due
 * @param due last day of payment
 */
public record DocumentDates(LocalDate posting, LocalDate document, LocalDate vat, LocalDate due) {
    public static DocumentDates on(LocalDate date) {
        return new DocumentDates(date, date, date, date);
    }
}
