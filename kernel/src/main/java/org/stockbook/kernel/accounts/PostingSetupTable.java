package org.stockbook.kernel.accounts;

/** The two tables in which a company says which accounts its inventory uses (spec: reconciliation, section 2). */
public enum PostingSetupTable {
    /** Balance sheet side, by location and inventory group. */
    INVENTORY_POSTING_SETUP,
    /** Income statement side, by business and product group; a row may be blocked. */
    GENERAL_POSTING_SETUP
}
