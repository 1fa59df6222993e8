package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.documents.invoicing.DiscountPosting;
import org.stockbook.kernel.posting.PostingDates;

/**
 * The company's decisions that bear on documents (spec: purchasing, sections 2.2 and 4; sales, section 8).
 *
 * @param exactReversalRequired returns must name the entry that they reverse
 * @param externalRequired invoices must carry the partner's own number
 * @param mandatory what lines must say
 */
public record DocumentRules(
        PostingDates dates, boolean exactReversalRequired, boolean externalRequired, DiscountPosting discounts, Mandatory mandatory) {
    public static final DocumentRules PLAIN =
            new DocumentRules(PostingDates.ANY, false, false, DiscountPosting.NONE);

    /** Nothing is mandatory on lines. */
    public DocumentRules(PostingDates dates, boolean exactReversalRequired, boolean externalRequired, DiscountPosting discounts) {
        this(dates, exactReversalRequired, externalRequired, discounts, Mandatory.NOTHING);
    }
}
