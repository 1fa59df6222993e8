package org.stockbook.kernel.ledger;

/** How the decreases of an item get their cost (spec: costing, section 2). */
public enum CostingMethod {
    FIFO,
    LIFO,
    AVERAGE,
    SPECIFIC,
    STANDARD;

    public boolean isAverage() {
        return this == AVERAGE;
    }

    public boolean isStandard() {
        return this == STANDARD;
    }
}
