package org.stockbook.kernel.documents.posting;

/**
 * What may be done with the partner of a document.
 *
 * @param externalNoUsed a posted document of the same kind and vendor carries the external number already
 */
public record PartnerState(Blocked blocked, boolean externalNoUsed) {
    public static final PartnerState FREE = new PartnerState(Blocked.NONE, false);

    /** What must not be posted any more (spec: purchasing, section 1; sales, section 1). */
    public enum Blocked {
        NONE,
        /** Customers: no orders and no shipments. */
        SHIPMENTS,
        /** Customers: no invoices either. */
        INVOICES,
        /** Vendors: no payments, which documents are not. */
        PAYMENTS,
        ALL
    }
}
