package org.stockbook.kernel.proof;

/**
 * What must hold after every committed transaction (spec: ledger, section 1). Two invariants have no case here: an entry that
 * moves nothing (I1) cannot be made, and that nothing ever changes (I11) cannot be seen from the entries.
 */
public enum Invariant {
    /** Remaining quantity between zero and the quantity, with its sign. */
    REMAINING_WITHIN_QUANTITY("I2"),
    /** Remaining quantity is what applications have left. */
    REMAINING_IS_NOT_APPLIED("I3"),
    /** Quantity on hand is the sum of quantities and the sum of remaining quantities. */
    ON_HAND_IS_OPEN("I4"),
    /** The first value entry carries the quantity of its entry, all later ones none. */
    FIRST_VALUE_ENTRY_HAS_QUANTITY("I5"),
    /** Invoiced quantity is what value entries have invoiced, and within the quantity. */
    INVOICED_IS_VALUED("I6"),
    /** Nothing is expected of an entry that is invoiced in full. */
    EXPECTED_COST_IS_REVERSED("I7"),
    /** What came in at a cost went out at that cost, to the cent. */
    COST_OUT_IS_COST_IN("I8"),
    /** No stock, no value. */
    NOTHING_IS_WORTH_NOTHING("I9"),
    /** No cost flows back to where it came from. */
    COST_HAS_NO_CYCLE("I10"),
    /** Entry numbers are unique and ascend in the order of writing. */
    NUMBERS_ASCEND("I12"),
    /** Every value entry and application belongs to entries that exist. */
    ROWS_HAVE_THEIR_ENTRY("I13");

    private final String label;

    Invariant(String label) {
        this.label = label;
    }

    /** Its short name in the specification; ROWS_HAVE_THEIR_ENTRY continues the counting. */
    public String label() {
        return label;
    }
}
