package org.stockbook.kernel.documents.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.documents.posting.DocumentPlan.EarlierInvoiced;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.PostingLine;

/**
 * Turns the lines of a document into posting lines: of each line first what earlier receipts or shipments are invoiced, then what
 * is handled and invoiced at once, then what is handled only (spec: ledger, section 5.1).
 */
final class LinePosting {
    private final Document document;
    private final DocumentFacts facts;
    private final DocumentAmounts amounts;
    private final PostingOrigins origins;
    private final ChargePosting charges;
    private final List<PostingLine> postingLines = new ArrayList<>();
    private final List<PostedHandling.Line> handled = new ArrayList<>();
    private final List<PostedInvoice.Line> invoiced = new ArrayList<>();
    private final List<EarlierInvoiced> earlier = new ArrayList<>();

    /** @param document with the quantities chosen for this posting */
    LinePosting(Document document, PostedNumbers numbers, DocumentFacts facts, DocumentAmounts amounts) {
        this.document = document;
        this.facts = facts;
        this.amounts = amounts;
        this.origins = new PostingOrigins(document.header(), numbers);
        this.charges = new ChargePosting(document, facts, amounts, origins);
    }

    /** What is to be handled of a line in base units, so that all parts of a line sum to its base quantity. */
    static Quantity handledBase(DocumentLine line) {
        var factor = line.unit().factor();
        var handled = line.progress().handled();
        return handled.plus(line.progress().toHandle()).toBase(factor).minus(handled.toBase(factor));
    }

    void post(DocumentLine line) {
        var firstPosting = postingLines.size();
        var progress = line.progress();
        if (line.subject().isText()) {
            handled.add(new PostedHandling.Line(line, UnitQuantity.ZERO, UnitQuantity.ZERO, List.of()));
            invoiced.add(new PostedInvoice.Line(line, Optional.empty(), List.of(), List.of()));
            return;
        }
        var atOnce = progress.toInvoice().nearerToZero(progress.toHandle());
        var parts = new ArrayList<>(invoiceEarlier(line, progress.toInvoice().minus(atOnce)));
        switch (line.subject()) {
            case LineSubject.OfItem item -> postItem(line, item, parts);
            case LineSubject.OfCharge _ -> postingLines.addAll(charges.onPostedGoods(line));
            case LineSubject.OfAccount _, LineSubject.OfResource _, LineSubject.OfText _ -> {}
        }
        document(line, atOnce, parts, firstPosting);
    }

    private void document(DocumentLine line, UnitQuantity atOnce, List<EarlierInvoiced> parts, int firstPosting) {
        var progress = line.progress();
        if (!progress.toHandle().isZero()) {
            handled.add(new PostedHandling.Line(line, progress.toHandle(), atOnce, positions(firstPosting, PostingLine.Movement.class)));
        }
        if (!progress.toInvoice().isZero()) {
            var all = new ArrayList<PostedInvoice.Part>();
            parts.forEach(part -> all.add(new PostedInvoice.Part(part.line().key(), part.quantity())));
            if (!atOnce.isZero() && origins.documentsHandling()) {
                all.add(new PostedInvoice.Part(new PostedLineKey(origins.handlingType(), origins.handlingNo(), line.no()), atOnce));
            }
            invoiced.add(new PostedInvoice.Line(
                    line, Optional.of(amounts.of(line.no())), all, positions(firstPosting, PostingLine.class)));
        }
    }

    private List<Integer> positions(int first, Class<? extends PostingLine> kind) {
        var positions = new ArrayList<Integer>();
        for (var position = first; position < postingLines.size(); position++) {
            if (kind.isInstance(postingLines.get(position))) {
                positions.add(position);
            }
        }
        return positions;
    }

    private void postItem(DocumentLine line, LineSubject.OfItem item, List<EarlierInvoiced> parts) {
        var pieces = new ItemPieces(document.header(), line, facts, amounts);
        var movements = new ItemMovements(document.header(), line, item, facts);
        var ordered = pieces.inOrder(parts);
        charges.spreadOver(line, ordered);
        for (var piece : ordered) {
            postingLines.add(movements.line(piece, origins));
            postingLines.addAll(charges.onInvoiced(line, piece));
        }
    }

    /** Which earlier receipts or shipments a quantity invoices, oldest first. */
    private List<EarlierInvoiced> invoiceEarlier(DocumentLine line, UnitQuantity quantity) {
        var parts = new ArrayList<EarlierInvoiced>();
        var left = quantity;
        for (var open : facts.open()) {
            if (!left.isZero() && belongsTo(line, open) && open.notInvoiced().signum() == left.signum()) {
                var taken = left.nearerToZero(open.notInvoiced());
                parts.add(new EarlierInvoiced(open, taken));
                left = left.minus(taken);
            }
        }
        if (!left.isZero() && line.subject().isItem()) {
            throw new IllegalArgumentException("line " + line.no().value() + " invoices " + left + " that no posted line brings");
        }
        earlier.addAll(parts);
        return parts;
    }

    private boolean belongsTo(DocumentLine line, OpenPostedLine open) {
        return switch (line.source()) {
            case LineSource.Own _ -> open.order().equals(document.header().no()) && open.orderLine().equals(line.no());
            case LineSource.Posted posted -> open.key().equals(posted.line());
        };
    }

    List<PostingLine> postingLines() {
        return postingLines;
    }

    List<EarlierInvoiced> earlier() {
        return earlier;
    }

    Optional<PostedHandling> handling() {
        var anything = handled.stream().anyMatch(line -> !line.quantity().isZero());
        return anything && origins.documentsHandling()
                ? Optional.of(new PostedHandling(origins.handlingType(), origins.handlingNo(), handled))
                : Optional.empty();
    }

    PostedInvoice invoice(InvoiceBooking booking) {
        return new PostedInvoice(origins.invoiceType(), origins.invoiceNo(), invoiced, booking);
    }

}
