package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
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
import org.stockbook.kernel.documents.transfer.ShippedLine;
import org.stockbook.kernel.documents.transfer.TrackedMove;
import org.stockbook.kernel.documents.transfer.TransferFacts;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferOutcome;
import org.stockbook.kernel.documents.transfer.TransferPlan.PostedTransfer;
import org.stockbook.kernel.documents.transfer.TransferPosting;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.documents.transfer.UndoShipment;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.Origin;
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
    private final List<Shipped> shipments = new ArrayList<>();
    private final List<Shipped> undone = new ArrayList<>();

    Moves(Books books, Paperwork paperwork) {
        this.books = books;
        this.paperwork = paperwork;
    }

    /** An order for one item. */
    public record Move(OneItem item, Place from, LocationCode to, TransferRoute route, UnitQuantity quantity) {}

    /**
     * A shipment into transit.
     *
     * @param left the entry by which goods left
     * @param layers what it brought in transit
     * @param back what came back when it was undone
     */
    public record Shipped(DocumentNo order, PostedTransfer document, LocalDate date, ItemLedgerEntryNo left, List<ItemLedgerEntryNo> layers,
            List<ItemLedgerEntryNo> back) {
        ItemNo item() {
            return document.lines().getFirst().source().item();
        }

        List<ItemLedgerEntryNo> entries() {
            return Stream.of(List.of(left), layers, back).flatMap(List::stream).toList();
        }
    }

    public List<TransferOrder> onTheWay() {
        return onTheWay;
    }

    /** Shipments that nobody has taken back. */
    List<Shipped> shipments() {
        return shipments;
    }

    /** Shipments that were taken back. */
    List<Shipped> undone() {
        return undone;
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

    /** Ships what is open of an order. */
    boolean shipAgain(String date, TransferOrder order) {
        var again = new TransferOrder(order.header().withPosting(LocalDate.parse(date)), order.lines());
        return keep(order, TransferPosting.ship(again, facts()));
    }

    /** Takes a shipment back; each layer of cost returns to where it came from. */
    boolean undo(Shipped shipment) {
        return switch (UndoShipment.plan(List.of(shippedLine(shipment)))) {
            case UndoShipment.Outcome.Refused _ -> false;
            case UndoShipment.Outcome.Planned planned -> {
                var back = paperwork.post(planned.lines()).stream().flatMap(line -> line.entries().stream()).toList();
                shipments.remove(shipment);
                undone.add(new Shipped(shipment.order(), shipment.document(), shipment.date(), shipment.left(), shipment.layers(), back));
                onTheWay.replaceAll(order -> order.header().no().equals(shipment.order()) ? unshipped(order, shipment) : order);
                yield true;
            }
        };
    }

    private static TransferOrder unshipped(TransferOrder order, Shipped shipment) {
        var line = TransferPosting.unshipped(order.lines().getFirst(), shipment.document().lines().getFirst().quantity());
        return new TransferOrder(order.header(), List.of(line));
    }

    private ShippedLine shippedLine(Shipped shipment) {
        var line = shipment.document().lines().getFirst();
        var source = line.source();
        var book = books.of(source.item());
        var left = book.entry(shipment.left());
        var layers = shipment.layers().stream()
                .map(book::entry)
                .map(entry -> new ShippedLine.Layer(entry.no(), entry.entry().tracking(), entry.quantity(), entry.remaining()))
                .toList();
        return new ShippedLine(
                new PostedLineKey(DocumentType.TRANSFER_SHIPMENT, shipment.document().no(), source.no()), source.item(), left.place(),
                new Place(source.variant(), TRUCK), shipment.date(), source.unit(), line.quantity(), false, new LineNo(source.no().value() + 1),
                book.costs().card().unitCost(), PostingGroups.BLANK, Origin.ofJournal(shipment.document().no(), shipment.date()), layers);
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
            if (!order.lines().getFirst().progress().inTransit().isZero()) {
                receive(date, order, order.lines().getFirst().progress().inTransit());
            }
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
                    var entries = posted.stream().flatMap(line -> line.entries().stream()).toList();
                    if (document.type() != DocumentType.TRANSFER_SHIPMENT) {
                        arrived(order.header().to(), document, entries);
                    } else if (order.header().route() instanceof TransferRoute.InTransit) {
                        shipments.add(shipped(order, document, entries));
                    }
                }
                yield true;
            }
        };
    }

    private Shipped shipped(TransferOrder order, PostedTransfer document, List<ItemLedgerEntryNo> entries) {
        var book = books.of(document.lines().getFirst().source().item());
        var left = entries.stream().filter(no -> book.entry(no).isDecrease()).findFirst().orElseThrow();
        var layers = entries.stream().filter(no -> book.entry(no).isIncrease()).toList();
        return new Shipped(order.header().no(), document, book.entry(left).postingDate(), left, layers, List.of());
    }

    /** Goods that arrived may have freight assigned to them. */
    private void arrived(LocationCode target, PostedTransfer document, List<ItemLedgerEntryNo> entries) {
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
