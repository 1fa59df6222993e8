package org.stockbook.kernel.accounts;

import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.PostingGroups;

/**
 * What the posting setups are asked with, as it was when the value entry was posted (spec: reconciliation, section 2).
 *
 * @param workInProcess the inventory group that names the work in process account: that of the produced item on consumption
 *     and capacity, else the same as {@code inventory}
 */
public record AccountKeys(
        LocationCode location,
        InventoryGroup inventory,
        InventoryGroup workInProcess,
        BusinessGroup business,
        ProductGroup product) {

    public static AccountKeys of(LocationCode location, PostingGroups groups, InventoryGroup workInProcess) {
        return new AccountKeys(location, groups.inventory(), workInProcess, groups.business(), groups.product());
    }

    /** The row of the posting setup that names the account of this type. */
    SetupKey keyOf(AccountType type) {
        return switch (type.table()) {
            case INVENTORY_POSTING_SETUP -> new SetupKey.OfInventory(location, type == AccountType.WORK_IN_PROCESS ? workInProcess : inventory);
            case GENERAL_POSTING_SETUP -> new SetupKey.General(business, product);
        };
    }
}
