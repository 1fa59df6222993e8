package org.stockbook.kernel.documents.posting;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.posting.DocumentPlan.EarlierInvoiced;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;

/** Cuts an item line into the parts that become posting lines, and prices them so that they sum to the line. */
final class ItemPieces {
    private final DocumentHeader header;
    private final DocumentLine line;
    private final PieceCosts costs;

    ItemPieces(DocumentHeader header, DocumentLine line, DocumentFacts facts, DocumentAmounts amounts) {
        this.header = header;
        this.line = line;
        this.costs = new PieceCosts(header, line, facts, amounts);
    }

    private record Cut(Tracking tracking, FixedApplication application, Quantity quantity) {}

    /** Earlier receipts first, then what is invoiced at once, then what is not. */
    List<Piece> inOrder(List<EarlierInvoiced> earlier) {
        var progress = line.progress();
        var atOnce = progress.toInvoice().nearerToZero(progress.toHandle());
        var cuts = movementCuts(atOnceBase(atOnce));
        var parts = earlier.stream().flatMap(part -> entryCuts(part).stream()).toList();
        var invoicedNow = cuts.atOnce().stream().map(Cut::quantity).reduce(Quantity.ZERO, Quantity::plus);
        var invoicedBefore = parts.stream().map(OpenPostedLine.OpenEntry::notInvoiced).reduce(Quantity.ZERO, Quantity::plus);
        var prices = costs.ofInvoice(invoicedBefore.plus(invoicedNow));
        var pieces = new ArrayList<Piece>();
        for (var part : parts) {
            var priced = prices.next(part.notInvoiced());
            pieces.add(new Piece.OfEarlier(part.entry(), part.notInvoiced(), priced.cost(), priced.trade()));
        }
        for (var cut : cuts.atOnce()) {
            var priced = prices.next(cut.quantity());
            pieces.add(new Piece.OfMovement(
                    cut.quantity(), cut.tracking(), cut.application(), true, priced.cost(), priced.trade()));
        }
        addExpected(pieces, cuts.later(), progress.toHandle().minus(atOnce));
        return pieces;
    }

    private void addExpected(List<Piece> pieces, List<Cut> later, UnitQuantity quantity) {
        var whole = later.stream().map(Cut::quantity).reduce(Quantity.ZERO, Quantity::plus);
        var prices = costs.ofExpected(quantity, whole);
        for (var cut : later) {
            var priced = prices.next(cut.quantity());
            pieces.add(new Piece.OfMovement(
                    cut.quantity(), cut.tracking(), cut.application(), false, priced.cost(), priced.trade()));
        }
    }

    private Quantity atOnceBase(UnitQuantity atOnce) {
        if (atOnce.equals(line.progress().toHandle())) {
            return LinePosting.handledBase(line);
        }
        var handled = line.progress().handled();
        var factor = line.unit().factor();
        return handled.plus(atOnce).toBase(factor).minus(handled.toBase(factor));
    }

    private record MovementCuts(List<Cut> atOnce, List<Cut> later) {}

    /** Splits what is handled by its numbers, what is invoiced at once first. */
    private MovementCuts movementCuts(Quantity invoicedAtOnce) {
        var atOnce = new ArrayList<Cut>();
        var later = new ArrayList<Cut>();
        var left = invoicedAtOnce;
        for (var part : trackedParts()) {
            var now = part.quantity().abs().min(left.abs()).withSignOf(part.quantity());
            left = left.minus(now);
            addCut(atOnce, part, now);
            addCut(later, part, part.quantity().minus(now));
        }
        return new MovementCuts(atOnce, later);
    }

    private void addCut(List<Cut> cuts, TrackedPart part, Quantity quantity) {
        if (!quantity.isZero()) {
            cuts.add(new Cut(part.tracking(), part.application(), header.signed(quantity)));
        }
    }

    private List<TrackedPart> trackedParts() {
        if (line.progress().toHandle().isZero()) {
            return List.of();
        }
        return line.tracked().isEmpty()
                ? List.of(new TrackedPart(Tracking.NONE, LinePosting.handledBase(line), line.application()))
                : line.tracked();
    }

    /** The entries of an earlier receipt that a part of it invoices, in order of number; all of them when it takes the rest. */
    private static List<OpenPostedLine.OpenEntry> entryCuts(EarlierInvoiced part) {
        var open = part.line();
        if (part.quantity().equals(open.notInvoiced())) {
            return open.entries();
        }
        var left = part.quantity().abs().toBase(open.factor());
        var cuts = new ArrayList<OpenPostedLine.OpenEntry>();
        for (var entry : open.entries()) {
            var taken = entry.notInvoiced().abs().min(left);
            if (taken.isPositive()) {
                cuts.add(new OpenPostedLine.OpenEntry(entry.entry(), taken.withSignOf(entry.notInvoiced())));
                left = left.minus(taken);
            }
        }
        return cuts;
    }
}
