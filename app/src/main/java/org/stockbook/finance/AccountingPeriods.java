package org.stockbook.finance;

import java.time.LocalDate;
import java.util.List;

/** The accounting calendar (spec: finance, section 7). */
public interface AccountingPeriods {
    /** All periods in order of their start. */
    List<AccountingPeriod> all();

    /** Periods that are not there yet. */
    void add(List<AccountingPeriod> fresh);

    /** Closes and locks the periods from one day until before another. */
    void close(LocalDate from, LocalDate until);
}
