package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which dates may be posted to (spec: finance, section 6; costing, section 10; ledger, section 7).
 *
 * @param from first allowed posting date of the user, else of the company
 * @param to last allowed posting date
 * @param closedUpTo last day of the closed inventory periods
 * @param earliestValuationDate floor for posting and valuation dates
 */
public record PostingDates(LocalDate from, LocalDate to, LocalDate closedUpTo, LocalDate earliestValuationDate) {
    public static final PostingDates ANY =
            new PostingDates(LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, LocalDate.MIN);

    /** Why a date may not be posted to, in the order of the specification; empty when it may. */
    public Optional<Refusal> refusal(LineNo line, LocalDate date) {
        if (date.isBefore(from) || date.isAfter(to)) {
            return Optional.of(new Refusal.PostingDateNotAllowed(line, date, from, to));
        }
        if (!date.isAfter(closedUpTo)) {
            return Optional.of(new Refusal.InventoryClosed(line, date, closedUpTo));
        }
        if (date.isBefore(earliestValuationDate)) {
            return Optional.of(new Refusal.BeforeEarliestValuationDate(line, date, earliestValuationDate));
        }
        return Optional.empty();
    }
}
