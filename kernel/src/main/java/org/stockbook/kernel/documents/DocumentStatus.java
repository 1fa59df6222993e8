package org.stockbook.kernel.documents;

/** What may be done to a document (spec: purchasing, section 2.6). */
public enum DocumentStatus {
    /** Everything may be changed. */
    OPEN,
    /** What was agreed is locked; quantities to handle and to invoice, dates and numbers stay open. */
    RELEASED
}
