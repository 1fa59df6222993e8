package org.stockbook.kernel.documents.transfer;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/** The checks of a transfer order before it moves anything, all reported together (spec: transfer, sections 3 to 7). */
final class TransferChecks {
    private final TransferOrder order;
    private final TransferFacts facts;
    private final List<TransferRefusal> refusals = new ArrayList<>();

    TransferChecks(TransferOrder order, TransferFacts facts) {
        this.order = order;
        this.facts = facts;
    }

    List<TransferRefusal> ofShipping() {
        checkHeader();
        if (order.lines().stream().allMatch(line -> line.progress().toShip().isZero())) {
            refusals.add(new TransferRefusal.NothingToPost());
        }
        for (var line : order.lines()) {
            if (!line.progress().toShip().isZero()) {
                checkItem(line);
                checkToShip(line);
                checkDirect(line);
            } else if (order.header().route() instanceof TransferRoute.DirectInOneStep) {
                checkDirect(line);
            }
        }
        if (facts.complete() && order.lines().stream().anyMatch(line -> !line.progress().toShip().equals(line.outstanding()))) {
            refusals.add(new TransferRefusal.Incomplete());
        }
        return refusals;
    }

    List<TransferRefusal> ofReceiving() {
        checkHeader();
        if (order.lines().stream().allMatch(line -> line.progress().toReceive().isZero())) {
            refusals.add(new TransferRefusal.NothingToPost());
        }
        for (var line : order.lines()) {
            if (!isWithin(line.progress().toReceive(), line.progress().inTransit())) {
                refusals.add(new TransferRefusal.AboveInTransit(line.no(), line.progress().inTransit()));
            }
        }
        return refusals;
    }

    private void checkHeader() {
        var header = order.header();
        facts.dates().refusal(new LineNo(0), header.posting()).ifPresent(refusal ->
                refusals.add(new TransferRefusal.ByLedger(refusal)));
        var throughNowhere = header.route() instanceof TransferRoute.InTransit transit && transit.location().isBlank();
        if (header.from().isBlank() || header.to().isBlank() || throughNowhere) {
            refusals.add(new TransferRefusal.LocationMissing());
        } else if (header.from().equals(header.to())) {
            refusals.add(new TransferRefusal.LocationsEqual(header.from()));
        }
    }

    private void checkItem(TransferLine line) {
        var card = facts.item(line.item());
        if (card.blocked() == ItemCard.Blocking.ALL) {
            refusals.add(new TransferRefusal.ItemBlocked(line.no(), line.item()));
        } else if (card.type() != ItemType.INVENTORY) {
            refusals.add(new TransferRefusal.NotStocked(line.no(), line.item()));
        }
    }

    private void checkToShip(TransferLine line) {
        if (!isWithin(line.progress().toShip(), line.outstanding())) {
            refusals.add(new TransferRefusal.AboveOutstanding(line.no(), line.outstanding()));
        }
    }

    private void checkDirect(TransferLine line) {
        var progress = line.progress();
        var differs = switch (order.header().route()) {
            case TransferRoute.InTransit _ -> false;
            case TransferRoute.DirectInTwoSteps _ -> !progress.toReceive().equals(progress.toShip());
            case TransferRoute.DirectInOneStep _ -> !progress.toShip().equals(line.quantity());
        };
        if (differs) {
            refusals.add(new TransferRefusal.ShipReceiveDiffer(line.no()));
        }
    }

    private static boolean isWithin(UnitQuantity quantity, UnitQuantity limit) {
        return !quantity.isNegative() && quantity.isWithin(limit);
    }
}
