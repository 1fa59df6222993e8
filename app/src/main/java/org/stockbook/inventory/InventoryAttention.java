package org.stockbook.inventory;

/** What of inventory needs somebody, for the start page (spec: ui, section 2.3). */
public interface InventoryAttention {
    Counts counts();

    /**
     * Counts of what is open.
     *
     * @param notPosted value entries whose cost is not in the general ledger
     * @param notAdjusted items whose cost is still to be adjusted
     * @param negativeStock items and places with less than nothing
     * @param journalLines draft lines in item journals
     * @param openPeriods inventory periods not closed
     */
    record Counts(long notPosted, long notAdjusted, long negativeStock, long journalLines, long openPeriods) {}
}
