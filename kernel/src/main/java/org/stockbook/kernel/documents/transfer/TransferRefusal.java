package org.stockbook.kernel.documents.transfer;

import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.Refusal;

/** Why a transfer order cannot be posted (spec: transfer, sections 3, 4 and 7; errors). */
public sealed interface TransferRefusal {
    /** The line it is about; none when it is about the order. */
    default Optional<LineNo> at() {
        return switch (this) {
            case NothingToPost _, LocationMissing _, LocationsEqual _, Incomplete _ -> Optional.empty();
            case AboveOutstanding refused -> Optional.of(refused.line());
            case AboveInTransit refused -> Optional.of(refused.line());
            case ShipReceiveDiffer refused -> Optional.of(refused.line());
            case ItemBlocked refused -> Optional.of(refused.line());
            case NotStocked refused -> Optional.of(refused.line());
            case ByLedger refused -> Optional.of(refused.refusal().line()).filter(line -> line.value() != 0);
        };
    }

    default String code() {
        return switch (this) {
            case NothingToPost _ -> "common.nothing-to-post";
            case LocationMissing _ -> "common.field-required";
            case LocationsEqual _ -> "transfer.locations-equal";
            case Incomplete _ -> "sales.shipping-advice-complete";
            case AboveOutstanding _ -> "common.above-outstanding";
            case AboveInTransit _ -> "transfer.above-in-transit";
            case ShipReceiveDiffer _ -> "transfer.ship-receive-differ";
            case ItemBlocked _, NotStocked _ -> "items.blocked";
            case ByLedger refused -> refused.refusal().code();
        };
    }

    record NothingToPost() implements TransferRefusal {}

    /** From, to or in-transit location is not given. */
    record LocationMissing() implements TransferRefusal {}

    record LocationsEqual(LocationCode location) implements TransferRefusal {}

    /** All of the order has to be shipped at once. */
    record Incomplete() implements TransferRefusal {}

    record AboveOutstanding(LineNo line, UnitQuantity left) implements TransferRefusal {}

    record AboveInTransit(LineNo line, UnitQuantity inTransit) implements TransferRefusal {}

    /** A direct transfer ships and receives the same quantity, in one step the whole one. */
    record ShipReceiveDiffer(LineNo line) implements TransferRefusal {}

    record ItemBlocked(LineNo line, ItemNo item) implements TransferRefusal {}

    /** Only what is kept on stock can move. */
    record NotStocked(LineNo line, ItemNo item) implements TransferRefusal {}

    record ByLedger(Refusal refusal) implements TransferRefusal {}
}
