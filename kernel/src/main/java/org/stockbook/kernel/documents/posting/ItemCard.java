package org.stockbook.kernel.documents.posting;

import java.util.Map;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.UnitCost;

/**
 * What posting a document needs to know of an item card.
 *
 * @param blocked not for the direction of the document: the item as a whole, or for purchase or sales where it is no return
 * @param product of transfers; other document lines carry their own
 * @param cost what the card says the item costs
 * @param stockkeepingUnits what it costs where a stockkeeping unit is kept
 */
public record ItemCard(
        ItemType type,
        Blocking blocked,
        InventoryGroup inventory,
        ProductGroup product,
        CostCard cost,
        Map<Place, CostCard> stockkeepingUnits) {

    /** Why an item must not be posted. */
    public enum Blocking {
        NONE,
        ALL,
        PURCHASE,
        SALES
    }

    public ItemCard {
        stockkeepingUnits = Map.copyOf(stockkeepingUnits);
    }

    UnitCost unitCost(Place place) {
        return stockkeepingUnits.getOrDefault(place, cost).unitCost();
    }
}
