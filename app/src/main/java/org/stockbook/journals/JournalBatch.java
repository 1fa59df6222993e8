package org.stockbook.journals;

import org.stockbook.kernel.code.JournalBatchName;

/** A batch of draft lines (spec: journals, section 2). */
public record JournalBatch(JournalBatchName name, String description, JournalTotals totals) {}
