package org.stockbook.kernel.documents.transfer;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;

/**
 * A posted transfer shipment line that somebody wants to take back.
 *
 * @param between where its goods wait, in transit
 * @param quantity what was shipped, unit of the line
 * @param corrected taken back before, or itself taking back
 * @param correction number of the line that will take it back
 * @param unitCost provisional cost of an average item
 * @param origin of its entries
 * @param layers what it brought in transit, one for each layer of cost
 */
public record ShippedLine(
        PostedLineKey key,
        ItemNo item,
        Place from,
        Place between,
        LocalDate postingDate,
        UnitUsed unit,
        UnitQuantity quantity,
        boolean corrected,
        LineNo correction,
        UnitCost unitCost,
        PostingGroups groups,
        Origin origin,
        List<Layer> layers) {

    public ShippedLine {
        layers = List.copyOf(layers);
    }

    /**
     * An increase at the in-transit location.
     *
     * @param left what of it is still there; base units
     */
    public record Layer(ItemLedgerEntryNo entry, Tracking tracking, Quantity quantity, Quantity left) {
        boolean isWhole() {
            return quantity.equals(left);
        }
    }

    boolean isReceived() {
        return layers.stream().anyMatch(layer -> !layer.isWhole());
    }
}
