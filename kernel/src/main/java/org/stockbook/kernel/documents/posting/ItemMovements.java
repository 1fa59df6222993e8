package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.PostingLine;

/** Words the parts of an item line in the vocabulary of the item ledger. */
final class ItemMovements {
    private final DocumentHeader header;
    private final DocumentLine line;
    private final LineSubject.OfItem item;
    private final PostingGroups groups;

    ItemMovements(DocumentHeader header, DocumentLine line, LineSubject.OfItem item, DocumentFacts facts) {
        this.header = header;
        this.line = line;
        this.item = item;
        this.groups = new PostingGroups(facts.item(item.item()).inventory(), header.partner().business(), line.product());
    }

    PostingLine line(Piece piece, PostingOrigins origins) {
        return switch (piece) {
            case Piece.OfEarlier earlier -> new PostingLine.Invoice(
                    line.no(),
                    item.item(),
                    earlier.entry(),
                    header.dates().posting(),
                    earlier.quantity(),
                    earlier.cost(),
                    earlier.trade(),
                    groups,
                    origins.ofInvoice(line));
            case Piece.OfMovement movement -> new PostingLine.Movement(
                    line.no(),
                    item.item(),
                    new Place(item.variant(), line.location()),
                    header.side().entryType(),
                    header.dates().posting(),
                    movement.quantity(),
                    line.unit(),
                    movement.application(),
                    movement.tracking(),
                    false,
                    movement.cost(),
                    movement.trade(),
                    groups,
                    origins.ofHandling(line),
                    movement.invoiced() ? new Invoicing.AtOnce(origins.ofInvoice(line)) : Invoicing.LATER);
        };
    }
}
