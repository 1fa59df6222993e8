package org.stockbook.kernel.documents;

/** The kinds of documents that post (spec: purchasing, section 2.1). */
public enum DocumentKind {
    ORDER,
    INVOICE,
    RETURN_ORDER,
    CREDIT_MEMO;

    /** Goods go back to where they came from. */
    public boolean isReturn() {
        return switch (this) {
            case RETURN_ORDER, CREDIT_MEMO -> true;
            case ORDER, INVOICE -> false;
        };
    }

    /** May be handled and invoiced in parts; the others post whole and at once. */
    public boolean isPostedInParts() {
        return switch (this) {
            case ORDER, RETURN_ORDER -> true;
            case INVOICE, CREDIT_MEMO -> false;
        };
    }
}
