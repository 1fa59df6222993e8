package org.stockbook.costs;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** Items as a change of their costing method sees them. */
public interface CostingMethodItems {
    Optional<Facts> find(ItemNo item);

    /** What is on hand, by place and serial number, with what it is worth; sums to the value of the item. */
    List<Stock> stock(ItemNo item);

    /** Keeps the item and its history blocked under another number, and puts a copy with another method under its own. */
    void replace(Replacement replacement, String user);

    /** What takes the place of an item. */
    record Replacement(ItemNo item, ItemNo oldNumber, CostingMethod method, Optional<UnitCost> standardCost) {}

    /**
     * What a change must know.
     *
     * @param adjusted all its costs are final
     * @param openDecrease an entry that no stock covers
     * @param completelyInvoiced nothing that is on hand waits for its invoice
     */
    record Facts(
            CostingMethod method, String description, boolean serialSpecific, boolean adjusted, Optional<Long> openDecrease,
            boolean completelyInvoiced, PostingGroups groups) {}

    /** Stock at a place. */
    record Stock(Place place, SerialNo serial, Quantity quantity, Amount value) {}
}
