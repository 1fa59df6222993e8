package org.stockbook.kernel.documents.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stockbook.kernel.documents.transfer.TransferMoves.Leg;
import org.stockbook.kernel.documents.transfer.TransferPlan.PostedTransfer;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;

/**
 * Ships and receives a transfer order, in parts or directly (spec: transfer, sections 6 and 7). The posting date is that of the
 * header.
 */
public final class TransferPosting {
    private TransferPosting() {}

    /** Goods leave; with a direct transfer they arrive in the same posting. */
    public static TransferOutcome ship(TransferOrder order, TransferFacts facts) {
        var refusals = new TransferChecks(order, facts).ofShipping();
        if (!refusals.isEmpty()) {
            return new TransferOutcome.Refused(refusals);
        }
        return new TransferOutcome.Planned(switch (order.header().route()) {
            case TransferRoute.InTransit _ -> shipIntoTransit(order, facts);
            case TransferRoute.DirectInTwoSteps _ -> moveInTwoSteps(order, facts);
            case TransferRoute.DirectInOneStep _ -> moveInOneStep(order, facts);
        });
    }

    /** Goods arrive from their in-transit location. */
    public static TransferOutcome receive(TransferOrder order, TransferFacts facts) {
        var refusals = new TransferChecks(order, facts).ofReceiving();
        if (!refusals.isEmpty()) {
            return new TransferOutcome.Refused(refusals);
        }
        var moves = new TransferMoves(order, facts);
        var receipt = moves.document(Leg.RECEIVE, DocumentType.TRANSFER_RECEIPT, facts.number());
        return new TransferOutcome.Planned(new TransferPlan(moves.postingLines(), received(order), List.of(receipt)));
    }

    /** Goods leave and arrive in one posting: all that is in transit afterwards is received. */
    public static TransferOutcome shipAndReceive(TransferOrder order, TransferFacts facts) {
        if (!(order.header().route() instanceof TransferRoute.InTransit)) {
            return ship(order, facts);
        }
        var refusals = new TransferChecks(order, facts).ofShipping();
        if (!refusals.isEmpty()) {
            return new TransferOutcome.Refused(refusals);
        }
        var shipped = shipIntoTransit(order, facts);
        var moves = new TransferMoves(shipped.after(), facts, shipped.lines());
        var receipt = moves.document(Leg.RECEIVE, DocumentType.TRANSFER_RECEIPT, facts.secondNumber());
        var documents = List.of(shipped.documents().getFirst(), receipt);
        return new TransferOutcome.Planned(new TransferPlan(moves.postingLines(), received(shipped.after()), documents));
    }

    private static TransferOrder received(TransferOrder order) {
        return progress(order, line -> line.progress().counted(
                line.quantity(), line.progress().shipped(), line.progress().received().plus(line.progress().toReceive())));
    }

    private static TransferPlan shipIntoTransit(TransferOrder order, TransferFacts facts) {
        var moves = new TransferMoves(order, facts);
        var shipment = moves.document(Leg.SHIP, DocumentType.TRANSFER_SHIPMENT, facts.number());
        var after = progress(order, line -> line.progress().counted(
                line.quantity(), line.progress().shipped().plus(line.progress().toShip()), line.progress().received()));
        return new TransferPlan(moves.postingLines(), after, List.of(shipment));
    }

    private static TransferPlan moveInTwoSteps(TransferOrder order, TransferFacts facts) {
        var moves = new TransferMoves(order, facts);
        var documents = new ArrayList<PostedTransfer>();
        documents.add(moves.document(Leg.SHIP, DocumentType.TRANSFER_SHIPMENT, facts.number()));
        documents.add(moves.document(Leg.RECEIVE_WHAT_IS_SHIPPED, DocumentType.TRANSFER_RECEIPT, facts.secondNumber()));
        return new TransferPlan(moves.postingLines(), moved(order), documents);
    }

    private static TransferPlan moveInOneStep(TransferOrder order, TransferFacts facts) {
        var moves = new TransferMoves(order, facts);
        var transfer = moves.document(Leg.DIRECT, DocumentType.DIRECT_TRANSFER, facts.number());
        return new TransferPlan(moves.postingLines(), moved(order), List.of(transfer));
    }

    private static TransferOrder moved(TransferOrder order) {
        return progress(order, line -> {
            var moved = line.progress().shipped().plus(line.progress().toShip());
            var counted = line.progress().counted(line.quantity(), moved, moved);
            return counted.receiving(counted.toShip());
        });
    }

    private static TransferOrder progress(TransferOrder order, Function<TransferLine, TransferProgress> after) {
        return order.withLines(order.lines().stream().map(line -> line.withProgress(after.apply(line))).toList());
    }

    /** What is left of a line after its shipment was taken back, or after a quantity was typed. */
    public static TransferLine unshipped(TransferLine line, UnitQuantity quantity) {
        var progress = line.progress();
        return line.withProgress(progress.counted(line.quantity(), progress.shipped().minus(quantity), progress.received()));
    }
}
