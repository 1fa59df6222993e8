package org.stockbook.kernel.costing;

/** Which stock shares one average cost (spec: costing, section 7). */
public enum AverageCalculation {
    ITEM,
    ITEM_VARIANT_LOCATION
}
