package org.stockbook.kernel.accounts;

import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;

/** Which row of which posting setup; a blank location and a blank business group are keys like any other. */
public sealed interface SetupKey {
    PostingSetupTable table();

    /** A row of the inventory posting setup. */
    record OfInventory(LocationCode location, InventoryGroup group) implements SetupKey {
        @Override
        public PostingSetupTable table() {
            return PostingSetupTable.INVENTORY_POSTING_SETUP;
        }
    }

    /** A row of the general posting setup. */
    record General(BusinessGroup business, ProductGroup product) implements SetupKey {
        @Override
        public PostingSetupTable table() {
            return PostingSetupTable.GENERAL_POSTING_SETUP;
        }
    }
}
