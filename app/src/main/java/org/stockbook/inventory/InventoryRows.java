package org.stockbook.inventory;

import org.stockbook.platform.rows.RowSource;

/** The ledgers of inventory as rows, for lists, look-ups and the API (spec: ui, section 12; api, section 11). */
public interface InventoryRows {
    RowSource itemLedgerEntries();

    RowSource valueEntries();

    RowSource itemApplications();

    RowSource itemRegisters();

    /** Items with what is on hand and what it is worth. */
    RowSource items();

    /** What is where now: one row per item, variant and location. */
    RowSource stock();
}
