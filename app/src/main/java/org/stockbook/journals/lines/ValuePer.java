package org.stockbook.journals.lines;

/** The stock that one revaluation line stands for (spec: costing, section 8). */
public enum ValuePer {
    ITEM_LEDGER_ENTRY,
    ITEM,
    LOCATION,
    VARIANT,
    LOCATION_AND_VARIANT;

    public static ValuePer group(boolean byLocation, boolean byVariant) {
        if (byLocation) {
            return byVariant ? LOCATION_AND_VARIANT : LOCATION;
        }
        return byVariant ? VARIANT : ITEM;
    }

    public boolean byLocation() {
        return this == LOCATION || this == LOCATION_AND_VARIANT;
    }

    public boolean byVariant() {
        return this == VARIANT || this == LOCATION_AND_VARIANT;
    }
}
