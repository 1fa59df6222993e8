package org.stockbook.inventory;

import java.util.Optional;
import org.stockbook.platform.database.SetupVersion;

/** Reads the company's decisions that bear on posting inventory. */
public interface InventoryPolicies {
    /** As they stand in the transaction that is running, for a user by login. */
    InventoryPolicy of(String user);

    /** As they stood when the setups had come so far, which the transaction that is running has asked before. */
    InventoryPolicy of(String user, SetupVersion setups);

    /** As they stood when this was last asked: good enough to prepare for what is likely. */
    Optional<InventoryPolicy> last(String user);
}
