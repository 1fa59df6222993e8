package org.stockbook.scenario.company;

import java.time.LocalDate;

/** A value entry whose cost still has to reach the general ledger. */
public record PendingValueRow(int valueEntryNo, String item, LocalDate postingDate) {}
