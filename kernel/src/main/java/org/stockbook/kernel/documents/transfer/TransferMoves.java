package org.stockbook.kernel.documents.transfer;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.OrderNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.transfer.TransferPlan.PostedTransfer;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.PostingLine;

/** Words the legs of a transfer order in the vocabulary of the item ledger, and documents them. */
final class TransferMoves {
    private final TransferOrder order;
    private final TransferFacts facts;
    private final List<PostingLine> postingLines = new ArrayList<>();

    TransferMoves(TransferOrder order, TransferFacts facts) {
        this(order, facts, List.of());
    }

    /** @param before lines of the same posting that stand before */
    TransferMoves(TransferOrder order, TransferFacts facts, List<PostingLine> before) {
        this.order = order;
        this.facts = facts;
        this.postingLines.addAll(before);
    }

    /** Which way goods move in one step. */
    enum Leg {
        SHIP,
        RECEIVE,
        RECEIVE_WHAT_IS_SHIPPED,
        DIRECT
    }

    List<PostingLine> postingLines() {
        return postingLines;
    }

    PostedTransfer document(Leg leg, DocumentType type, DocumentNo no) {
        var lines = new ArrayList<TransferPlan.Line>();
        for (var line : order.lines()) {
            var quantity = quantity(leg, line);
            if (!quantity.isZero()) {
                var first = postingLines.size();
                move(line, leg, origin(line, type, no));
                lines.add(new TransferPlan.Line(line, quantity, positionsFrom(first)));
            }
        }
        return new PostedTransfer(type, no, lines);
    }

    private List<Integer> positionsFrom(int first) {
        var positions = new ArrayList<Integer>();
        for (var position = first; position < postingLines.size(); position++) {
            positions.add(position);
        }
        return positions;
    }

    private static UnitQuantity quantity(Leg leg, TransferLine line) {
        return switch (leg) {
            case SHIP, RECEIVE_WHAT_IS_SHIPPED, DIRECT -> line.progress().toShip();
            case RECEIVE -> line.progress().toReceive();
        };
    }

    private void move(TransferLine line, Leg leg, Origin origin) {
        var moves = line.tracked().isEmpty()
                ? List.of(new TrackedMove(Tracking.NONE, base(line, leg)))
                : line.tracked();
        for (var move : moves) {
            postingLines.add(transfer(line, leg, origin, move));
        }
    }

    private PostingLine.Transfer transfer(TransferLine line, Leg leg, Origin origin, TrackedMove move) {
        var from = new Place(line.variant(), fromLocation(leg));
        var card = facts.item(line.item());
        var arrives = leg == Leg.RECEIVE || leg == Leg.RECEIVE_WHAT_IS_SHIPPED;
        return new PostingLine.Transfer(
                line.no(),
                line.item(),
                from,
                new Place(line.variant(), toLocation(leg)),
                order.header().posting(),
                move.quantity(),
                line.unit(),
                arrives ? FixedApplication.AUTOMATIC : line.application(),
                move.tracking(),
                move.tracking(),
                card.stockkeepingUnits().getOrDefault(from, card.cost()).unitCost(),
                new PostingGroups(card.inventory(), BusinessGroup.BLANK, card.product()),
                origin,
                origin,
                arrives);
    }

    /** So that all parts of a line sum to its base quantity. */
    private static Quantity base(TransferLine line, Leg leg) {
        var factor = line.unit().factor();
        var before = leg == Leg.RECEIVE ? line.progress().received() : line.progress().shipped();
        return before.plus(quantity(leg, line)).toBase(factor).minus(before.toBase(factor));
    }

    private LocationCode fromLocation(Leg leg) {
        return switch (leg) {
            case SHIP, DIRECT -> order.header().from();
            case RECEIVE, RECEIVE_WHAT_IS_SHIPPED -> between();
        };
    }

    private LocationCode toLocation(Leg leg) {
        return switch (leg) {
            case SHIP -> between();
            case RECEIVE, RECEIVE_WHAT_IS_SHIPPED, DIRECT -> order.header().to();
        };
    }

    private LocationCode between() {
        return switch (order.header().route()) {
            case TransferRoute.InTransit transit -> transit.location();
            case TransferRoute.DirectInTwoSteps _, TransferRoute.DirectInOneStep _ -> LocationCode.BLANK;
        };
    }

    private Origin origin(TransferLine line, DocumentType type, DocumentNo no) {
        return new Origin(
                type,
                no,
                line.no().value(),
                "",
                order.header().posting(),
                PartnerType.NONE,
                PartnerNo.BLANK,
                new OrderLine(OrderType.TRANSFER, new OrderNo(order.header().no().code()), line.no().value()),
                line.dimensions(),
                line.description(),
                new SourceCode("TRANSFER"),
                ReasonCode.BLANK,
                JournalBatchName.BLANK);
    }
}
