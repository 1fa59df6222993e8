package org.stockbook.kernel.documents.posting;

/** What of a document is to be posted: goods, the invoice, or both (spec: purchasing, section 4). */
public record PostingChoice(boolean handle, boolean invoice) {
    public static final PostingChoice HANDLE = new PostingChoice(true, false);
    public static final PostingChoice INVOICE = new PostingChoice(false, true);
    public static final PostingChoice BOTH = new PostingChoice(true, true);
}
