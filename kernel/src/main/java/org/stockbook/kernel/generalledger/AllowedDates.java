package org.stockbook.kernel.generalledger;

import java.time.LocalDate;

/** The posting dates allowed to whoever posts, first and last included; the user's own range replaces the company's (spec: finance, section 6). */
public record AllowedDates(LocalDate from, LocalDate to) {
    public static final AllowedDates ALL = new AllowedDates(LocalDate.MIN, LocalDate.MAX);

    public boolean allow(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
