package org.stockbook.kernel.costing;

import java.time.LocalDate;

/**
 * When a correction may be booked (spec: costing, section 6.9).
 *
 * @param allowedFrom the company's first allowed posting date
 * @param closedUpTo last day of the closed inventory periods; {@link LocalDate#MIN} when none is closed
 */
public record AdjustmentDates(LocalDate allowedFrom, LocalDate closedUpTo) {
    public static final AdjustmentDates ANY = new AdjustmentDates(LocalDate.MIN, LocalDate.MIN);

    /** The date of the corrected entry if it may still be used, else the first date that may. */
    public LocalDate postingDateFor(LocalDate original) {
        return original.isBefore(allowedFrom) || !original.isAfter(closedUpTo) ? firstAllowed() : original;
    }

    private LocalDate firstAllowed() {
        var afterClosed = closedUpTo.equals(LocalDate.MIN) ? LocalDate.MIN : closedUpTo.plusDays(1);
        return allowedFrom.isAfter(afterClosed) ? allowedFrom : afterClosed;
    }
}
