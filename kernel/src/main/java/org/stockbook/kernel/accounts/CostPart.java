package org.stockbook.kernel.accounts;

/** The two parts of a value entry's cost, posted to different accounts and each at most once. */
public enum CostPart {
    /** Invoiced. */
    ACTUAL,
    /** Received or shipped and not invoiced, or the reversal of that with the invoice. */
    EXPECTED
}
