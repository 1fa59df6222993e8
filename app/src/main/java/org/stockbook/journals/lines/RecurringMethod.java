package org.stockbook.journals.lines;

/** What becomes of a recurring line after posting (spec: journals, section 9). */
public enum RecurringMethod {
    /** Quantity and amount stay. */
    FIXED,
    /** Quantity and amount are asked for each time. */
    VARIABLE,
    /** As fixed; the day after, the opposite is posted at the same cost. */
    REVERSING_FIXED,
    /** As variable; the day after, the opposite is posted at the same cost. */
    REVERSING_VARIABLE;

    public boolean isVariable() {
        return this == VARIABLE || this == REVERSING_VARIABLE;
    }

    public boolean isReversing() {
        return this == REVERSING_FIXED || this == REVERSING_VARIABLE;
    }
}
