package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.reconciliation.CostSum;

/** What storage alone can tell about the ledgers as a whole. */
public interface LedgerChecks {
    /** The cost of all value entries posted up to a date, summed by kind. */
    List<CostSum> costSums(LocalDate asOf);

    /**
     * Sets of rows that do not fit each other: transactions out of balance, costs neither posted nor pending, relations that
     * do not add up, registers without entries. Each is a sentence that names the rows.
     */
    List<String> misfits();
}
