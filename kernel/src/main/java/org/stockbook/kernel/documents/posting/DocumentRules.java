package org.stockbook.kernel.documents.posting;

import java.util.Optional;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.invoicing.DiscountPosting;
import org.stockbook.kernel.ledger.ItemType;
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

    /**
     * What lines about items must say before they are released or posted (spec: purchasing, sections 2.6 and 4).
     *
     * @param location lines about goods name one
     * @param variant lines about an item with variants name one, unless the item says otherwise
     */
    public record Mandatory(boolean location, boolean variant) {
        public static final Mandatory NOTHING = new Mandatory(false, false);

        /** What a line does not say though it must; empty if it says everything. */
        public Optional<DocumentRefusal> missing(DocumentLine line, LineSubject.OfItem item, ItemCard card) {
            if (location && line.location().isBlank() && card.type() == ItemType.INVENTORY) {
                return Optional.of(new DocumentRefusal.FieldRequired(line.no(), DocumentRefusal.Field.LOCATION));
            }
            return item.variant().isBlank() && needsVariant(card)
                    ? Optional.of(new DocumentRefusal.FieldRequired(line.no(), DocumentRefusal.Field.VARIANT))
                    : Optional.empty();
        }

        private boolean needsVariant(ItemCard card) {
            return switch (card.variants()) {
                case AS_THE_COMPANY_SAYS -> variant;
                case NAMED -> true;
                case OPTIONAL -> false;
            };
        }
    }
}
