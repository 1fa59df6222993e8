package org.stockbook.kernel.ledger;

/** Whether an item is stocked; only INVENTORY items have a quantity on hand and an inventory value (spec: items, section 1.2). */
public enum ItemType {
    INVENTORY,
    NON_INVENTORY,
    SERVICE
}
