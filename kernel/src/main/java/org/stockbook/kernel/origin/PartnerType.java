package org.stockbook.kernel.origin;

/** Who stands behind an entry: ITEM on consumption, where it is the produced item. */
public enum PartnerType {
    NONE,
    CUSTOMER,
    VENDOR,
    ITEM
}
