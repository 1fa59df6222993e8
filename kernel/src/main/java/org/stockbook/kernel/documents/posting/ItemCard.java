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
 * @param variants whether lines must name one
 */
public record ItemCard(
        ItemType type,
        Blocking blocked,
        InventoryGroup inventory,
        ProductGroup product,
        CostCard cost,
        Map<Place, CostCard> stockkeepingUnits,
        Variants variants) {

    /** Why an item must not be posted. */
    public enum Blocking {
        NONE,
        ALL,
        PURCHASE,
        SALES
    }

    /** Whether a line must name a variant; items without variants are always optional. */
    public enum Variants {
        AS_THE_COMPANY_SAYS,
        NAMED,
        OPTIONAL
    }

    public ItemCard {
        stockkeepingUnits = Map.copyOf(stockkeepingUnits);
    }

    /** An item without variants. */
    public ItemCard(
            ItemType type, Blocking blocked, InventoryGroup inventory, ProductGroup product, CostCard cost, Map<Place, CostCard> stockkeepingUnits) {
        this(type, blocked, inventory, product, cost, stockkeepingUnits, Variants.OPTIONAL);
    }

    UnitCost unitCost(Place place) {
        return stockkeepingUnits.getOrDefault(place, cost).unitCost();
    }
}
