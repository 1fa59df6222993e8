package org.stockbook.finance;

import java.time.LocalDate;

/** A period of the accounting calendar; it ends the day before the next one starts (spec: finance, section 7). */
public record AccountingPeriod(LocalDate start, boolean newFiscalYear, boolean closed) {}
