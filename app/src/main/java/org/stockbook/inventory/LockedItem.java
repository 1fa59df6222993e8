package org.stockbook.inventory;

import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.ledger.Place;

/**
 * An item as a posting begins.
 *
 * @param stockkeepingUnits the cost fields of its stockkeeping units, by their exact place
 * @param points the dates from which its costs are not final
 * @param onlineAdjustment false after an automatic adjustment was put off: a batch run must finish it first
 */
public record LockedItem(
        ItemFacts facts, CostCard card, Map<Place, CostCard> stockkeepingUnits, Set<EntryPoint> points, boolean onlineAdjustment) {
    public LockedItem {
        stockkeepingUnits = Map.copyOf(stockkeepingUnits);
        points = Set.copyOf(points);
    }
}
