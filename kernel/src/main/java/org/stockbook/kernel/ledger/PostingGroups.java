package org.stockbook.kernel.ledger;

import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ProductGroup;

/** The groups that steer accounts, as they were when the entry was posted (spec: reconciliation, section 2). */
public record PostingGroups(InventoryGroup inventory, BusinessGroup business, ProductGroup product) {
    public static final PostingGroups BLANK =
            new PostingGroups(InventoryGroup.BLANK, BusinessGroup.BLANK, ProductGroup.BLANK);

    public PostingGroups withInventory(InventoryGroup group) {
        return new PostingGroups(group, business, product);
    }
}
