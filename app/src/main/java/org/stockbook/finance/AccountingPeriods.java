package org.stockbook.finance;

import java.util.List;

/** The accounting calendar (spec: finance, section 7). */
public interface AccountingPeriods {
    /** All periods in order of their start. */
    List<AccountingPeriod> all();
}
