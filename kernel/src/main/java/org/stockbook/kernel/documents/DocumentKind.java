package org.stockbook.kernel.documents;

/** The kinds of documents (spec: purchasing, section 2.1). */
public enum DocumentKind {
    /** What is offered or asked for; moves and books nothing until an order is made of it. */
    QUOTE,
    ORDER,
    INVOICE,
    RETURN_ORDER,
    CREDIT_MEMO;

    /** Goods go back to where they came from. */
    public boolean isReturn() {
        return switch (this) {
            case RETURN_ORDER, CREDIT_MEMO -> true;
            case QUOTE, ORDER, INVOICE -> false;
        };
    }

    /** May be handled and invoiced in parts; the others post whole and at once. */
    public boolean isPostedInParts() {
        return switch (this) {
            case ORDER, RETURN_ORDER -> true;
            case QUOTE, INVOICE, CREDIT_MEMO -> false;
        };
    }

    /** Moves goods or books money; the others only become something that does. */
    public boolean isPosted() {
        return switch (this) {
            case QUOTE -> false;
            case ORDER, INVOICE, RETURN_ORDER, CREDIT_MEMO -> true;
        };
    }
}
