package org.stockbook.inventory;

/** Reads the company's decisions that bear on posting inventory. */
public interface InventoryPolicies {
    /** As they stand in the transaction that is running, for a user by login. */
    InventoryPolicy of(String user);
}
