package org.stockbook.kernel.costing;

import java.time.LocalDate;

/** A span of days, both ends included. */
public record Period(LocalDate first, LocalDate last) {
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
