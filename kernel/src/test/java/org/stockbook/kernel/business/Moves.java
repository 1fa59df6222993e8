package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.documents.transfer.TrackedMove;
import org.stockbook.kernel.documents.transfer.TransferFacts;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferOutcome;
import org.stockbook.kernel.documents.transfer.TransferPlan;
import org.stockbook.kernel.documents.transfer.TransferPosting;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** The transfer orders of a company; those that are not received yet wait on a truck. */
public final class Moves {
    /** Where goods are between two locations. */
    static final LocationCode TRUCK = new LocationCode("TRUCK");
    private static final LineNo LINE = new LineNo(10_000);

    private final Books books;
    private final Paperwork paperwork;
    private final List<TransferOrder> onTheWay = new ArrayList<>();

    Moves(Books books, Paperwork paperwork) {
        this.books = books;
        this.paperwork = paperwork;
    }

    /** An order for one item. */
    public record Move(OneItem item, Place from, LocationCode to, TransferRoute route, UnitQuantity quantity) {}

    public List<TransferOrder> onTheWay() {
        return onTheWay;
    }

    /** Agrees a transfer and ships all of it; with a direct route it arrives as well. */
    public boolean ship(String date, Move move) {
        var header = new TransferHeader(
                new DocumentNo(paperwork.newNumber()), move.from().location(), move.to(), move.route(), LocalDate.parse(date));
        var tracked = move.item().isSpecific()
                ? List.of(new TrackedMove(move.item().trackingAt(move.from()), Quantity.of(1)))
                : List.<TrackedMove>of();
        var progress = TransferProgress.fresh(move.quantity());
        var line = new TransferLine(
                LINE, move.item().no(), move.from().variant(), "", new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE), move.quantity(),
                move.route() instanceof TransferRoute.InTransit ? progress : progress.receiving(move.quantity()),
                FixedApplication.AUTOMATIC, tracked, DimensionSetId.EMPTY);
        var order = new TransferOrder(header, List.of(line));
        return keep(order, TransferPosting.ship(order, facts()));
    }

    /** Receives a part of what is on the way. */
    public boolean receive(String date, TransferOrder order, UnitQuantity quantity) {
        var line = order.lines().getFirst();
        var header = order.header().withPosting(LocalDate.parse(date));
        var part = new TransferOrder(header, List.of(line.withProgress(line.progress().receiving(quantity))));
        return keep(order, TransferPosting.receive(part, facts()));
    }

    void receiveEverything(String date) {
        for (var order : List.copyOf(onTheWay)) {
            receive(date, order, order.lines().getFirst().progress().inTransit());
        }
    }

    private TransferFacts facts() {
        return new TransferFacts(
                books.dates(), paperwork.cards(), new DocumentNo(paperwork.newNumber()), new DocumentNo(paperwork.newNumber()), false);
    }

    private boolean keep(TransferOrder order, TransferOutcome outcome) {
        return switch (outcome) {
            case TransferOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
            case TransferOutcome.Planned planned -> {
                var posted = paperwork.post(planned.plan().lines());
                onTheWay.remove(order);
                if (!planned.plan().after().isComplete()) {
                    onTheWay.add(planned.plan().after());
                }
                for (var document : planned.plan().documents()) {
                    if (document.type() != DocumentType.TRANSFER_SHIPMENT) {
                        arrived(order.header().to(), document, posted.stream().flatMap(line -> line.entries().stream()).toList());
                    }
                }
                yield true;
            }
        };
    }

    /** Goods that arrived may have freight assigned to them. */
    private void arrived(LocationCode target, TransferPlan.PostedTransfer document, List<ItemLedgerEntryNo> entries) {
        for (var line : document.lines()) {
            var legs = entries.stream()
                    .map(no -> books.of(line.source().item()).entry(no))
                    .filter(BookedEntry::isIncrease)
                    .filter(leg -> leg.place().location().equals(target))
                    .map(BookedEntry::no)
                    .toList();
            var key = new PostedLineKey(DocumentType.TRANSFER_RECEIPT, document.no(), line.source().no());
            paperwork.add(new Paperwork.Handled(
                    key, document.no(), asLine(line.source(), line.quantity()), line.quantity(), line.quantity(), false, false, legs));
        }
    }

    private static DocumentLine asLine(TransferLine line, UnitQuantity quantity) {
        return new DocumentLine(
                line.no(), new LineSubject.OfItem(line.item(), line.variant()), "", LocationCode.BLANK, line.unit(), quantity,
                LinePrice.of(Price.ZERO), LineCosts.NONE, new ProductGroup("RETAIL"), VatTerms.NONE, LineProgress.fresh(quantity), LineSource.OWN,
                FixedApplication.AUTOMATIC, List.of(), DimensionSetId.EMPTY);
    }
}
