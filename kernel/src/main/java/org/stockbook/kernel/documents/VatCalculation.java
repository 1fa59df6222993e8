package org.stockbook.kernel.documents;

/** How VAT comes about (spec: purchasing, section 2.4). */
public enum VatCalculation {
    /** A percentage on top of the net amount. */
    NORMAL,
    /** The buyer owes it to the state: nothing on the invoice, two entries in the books. */
    REVERSE_CHARGE,
    /** The whole amount is VAT. */
    FULL_VAT
}
