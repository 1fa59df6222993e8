package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineCost;

/** A part of an item line that becomes one posting line. Quantities are in base units with the sign of the ledger. */
sealed interface Piece {
    Quantity quantity();

    LineCost cost();

    Trade trade();

    /** An invoice for an entry made earlier. */
    record OfEarlier(ItemLedgerEntryNo entry, Quantity quantity, LineCost cost, Trade trade) implements Piece {}

    /** A movement, invoiced at once or later. */
    record OfMovement(
            Quantity quantity, Tracking tracking, FixedApplication application, boolean invoiced, LineCost cost, Trade trade)
            implements Piece {}

    default boolean isInvoiced() {
        return switch (this) {
            case OfEarlier _ -> true;
            case OfMovement movement -> movement.invoiced();
        };
    }
}
