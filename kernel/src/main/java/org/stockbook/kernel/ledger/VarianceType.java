package org.stockbook.kernel.ledger;

/** Which difference between actual and standard cost a variance entry shows; NONE on every other entry. */
public enum VarianceType {
    NONE,
    PURCHASE,
    MATERIAL,
    CAPACITY,
    CAPACITY_OVERHEAD,
    MANUFACTURING_OVERHEAD,
    SUBCONTRACTED,
    MATERIAL_NON_INVENTORY
}
