package org.stockbook.kernel.ledger;

/** What kind of movement an item ledger entry is (spec: ledger, section 2). */
public enum EntryType {
    PURCHASE,
    SALE,
    POSITIVE_ADJUSTMENT,
    NEGATIVE_ADJUSTMENT,
    TRANSFER,
    CONSUMPTION,
    OUTPUT,
    ASSEMBLY_CONSUMPTION,
    ASSEMBLY_OUTPUT;

    /** Whether a positive line quantity of this type leaves stock. */
    public boolean leavesStock() {
        return switch (this) {
            case SALE, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION -> true;
            case PURCHASE, POSITIVE_ADJUSTMENT, OUTPUT, ASSEMBLY_OUTPUT -> false;
        };
    }

    /** Whether an entry of this type must always be covered by stock (spec: ledger, section 6.6). */
    public boolean mustBeCovered() {
        return switch (this) {
            case TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION -> true;
            case PURCHASE, SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, OUTPUT, ASSEMBLY_OUTPUT -> false;
        };
    }
}
