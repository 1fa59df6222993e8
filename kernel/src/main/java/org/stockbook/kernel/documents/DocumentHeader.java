package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * What holds for all lines of a document (spec: purchasing, section 2.2).
 *
 * @param external the partner's own number of the invoice or credit memo, empty where there is none
 * @param dimensions of the partner entry; lines have their own
 */
public record DocumentHeader(
        TradeSide side,
        DocumentKind kind,
        DocumentNo no,
        DocumentPartner partner,
        DocumentDates dates,
        DocumentTerms terms,
        String external,
        DimensionSetId dimensions,
        ReasonCode reason) {

    /** Goods come in with positive lines. */
    public boolean isInbound() {
        return switch (side) {
            case PURCHASE -> !kind.isReturn();
            case SALES -> kind.isReturn();
        };
    }

    /** What customers give back for this reason counts as nothing in stock (spec: sales, section 8). */
    public boolean takesBackWithoutValue(DocumentLine line) {
        return side == TradeSide.SALES && kind.isReturn() && line.returnReason().withoutValue();
    }

    /** A quantity in the direction of the document, with the sign of the ledger. */
    public Quantity signed(Quantity base) {
        return isInbound() ? base : base.negated();
    }

    public DocumentHeader withDates(DocumentDates newDates) {
        return new DocumentHeader(side, kind, no, partner, newDates, terms, external, dimensions, reason);
    }

    public DocumentHeader withTerms(DocumentTerms newTerms) {
        return new DocumentHeader(side, kind, no, partner, dates, newTerms, external, dimensions, reason);
    }
}
