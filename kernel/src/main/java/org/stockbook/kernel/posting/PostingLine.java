package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;

/**
 * The one vocabulary in which journals, documents and counts ask for entries (spec: ledger, section 5). Quantities are in base
 * units and carry the sign of the ledger: above zero comes in.
 */
public sealed interface PostingLine {
    LineNo line();

    ItemNo item();

    LocalDate postingDate();

    /**
     * Goods come in or go out.
     *
     * @param quantity sign of the ledger; a sales return is a SALE above zero
     * @param dropShipment from vendor to customer, never part of stock
     * @param origin names the receipt, shipment or journal document
     */
    record Movement(
            LineNo line,
            ItemNo item,
            Place place,
            EntryType type,
            LocalDate postingDate,
            Quantity quantity,
            UnitUsed unit,
            FixedApplication application,
            Tracking tracking,
            boolean dropShipment,
            LineCost cost,
            Trade trade,
            PostingGroups groups,
            Origin origin,
            Invoicing invoicing)
            implements PostingLine {}

    /**
     * Goods move from one place to another and carry their cost (spec: ledger, section 6.5).
     *
     * @param quantity above zero
     * @param tracking numbers before the move
     * @param newTracking numbers after it
     * @param unitCost provisional cost of an average item
     * @param withinOrder take only what the same transfer order brought to the place: set when leaving an in-transit location
     */
    record Transfer(
            LineNo line,
            ItemNo item,
            Place from,
            Place to,
            LocalDate postingDate,
            Quantity quantity,
            UnitUsed unit,
            FixedApplication application,
            Tracking tracking,
            Tracking newTracking,
            UnitCost unitCost,
            PostingGroups groups,
            Origin origin,
            Origin newOrigin,
            boolean withinOrder)
            implements PostingLine {}

    /**
     * An invoice prices a quantity received or shipped earlier (spec: ledger, section 5.3).
     *
     * @param quantity sign of the entry
     */
    record Invoice(
            LineNo line,
            ItemNo item,
            ItemLedgerEntryNo entry,
            LocalDate postingDate,
            Quantity quantity,
            LineCost cost,
            Trade trade,
            PostingGroups groups,
            Origin origin)
            implements PostingLine {}

    /**
     * Freight, duty and the like on an entry (spec: ledger, section 5.4).
     *
     * @param target an entry in the ledger, or the one made right before in the same posting
     * @param documentType PURCHASE or SALE, after the document that brought the charge
     * @param amount cost as invoiced; zero for sales charges, whose revenue stands in the trade
     * @param valued the quantity invoiced together with the charge; the whole entry when empty
     */
    record Charge(
            LineNo line,
            ItemNo item,
            Target target,
            ItemChargeNo charge,
            EntryType documentType,
            LocalDate postingDate,
            Amount amount,
            Optional<Quantity> valued,
            Trade trade,
            PostingGroups groups,
            Origin origin)
            implements PostingLine {

        /** The entry that a charge adds to. */
        public sealed interface Target {
            /** An entry in the ledger. */
            record Booked(ItemLedgerEntryNo entry) implements Target {}

            /** The entry that the nearest movement of the item before this line makes, received and invoiced at once. */
            record JustMade() implements Target {}
        }
    }

    /**
     * A new value for what is on hand (spec: costing, section 8).
     *
     * @param shares how much of the new value falls on which increase
     * @param partial covers what was left on the posting date; false when the user revalues a whole entry
     * @param standardCost the new standard cost to keep on the card, if asked for
     * @param standardCostAt places whose stockkeeping unit gets the new standard cost; the item's card when empty
     */
    record Revaluation(
            LineNo line,
            ItemNo item,
            LocalDate postingDate,
            List<RevaluationShare> shares,
            boolean partial,
            Optional<UnitCost> standardCost,
            Optional<Place> standardCostAt,
            PostingGroups groups,
            Origin origin)
            implements PostingLine {}

    /** Takes back a receipt, shipment or transfer that was not invoiced (spec: ledger, section 9). */
    record Undo(LineNo line, ItemNo item, ItemLedgerEntryNo entry, LocalDate postingDate, Origin origin)
            implements PostingLine {}
}
