package org.stockbook.kernel.documents;

/** Where what an invoice line invoices comes from. */
public sealed interface LineSource {
    LineSource OWN = new Own();

    /** Its own receipts or shipments. */
    record Own() implements LineSource {}

    /** Taken over from a posted receipt or shipment of another document (spec: purchasing, section 5). */
    record Posted(PostedLineKey line) implements LineSource {}
}
