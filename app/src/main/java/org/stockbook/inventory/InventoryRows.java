package org.stockbook.inventory;

import org.stockbook.platform.rows.RowSource;

/** The ledgers of inventory as rows, for lists, look-ups and the API (spec: ui, section 12; api, section 11). */
public interface InventoryRows {
    RowSource itemLedgerEntries();

    RowSource valueEntries();

    RowSource itemApplications();

    /** Applications that hold, where an increase feeds a decrease, with both sides. */
    RowSource applicationWorksheet();

    RowSource itemRegisters();

    /** Periods with how often and when each was last closed or reopened. */
    RowSource periods();

    /** Items with what is on hand and what it is worth. */
    RowSource items();

    /** What is where now: one row per item, variant and location. */
    RowSource stock();
}
