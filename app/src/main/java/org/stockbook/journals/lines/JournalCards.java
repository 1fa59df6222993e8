package org.stockbook.journals.lines;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Looks up, in sets, what the lines of a journal name. */
public interface JournalCards {
    /** The cards of these item numbers and all locations and reasons; what does not exist is left out. */
    Known of(Collection<String> items, InventoryPolicy policy);

    /** What is on hand at each place of these items. */
    Map<ItemNo, Map<Place, Quantity>> stockOf(Collection<ItemNo> items);

    /** Those of these serial numbers that are on hand. */
    Set<Serial> onHand(Collection<Serial> serials);

    /** Increases by their entry numbers; what is no increase is left out. */
    Map<Long, Increase> increases(Collection<Long> entries);

    /** Every item that has ever been on hand, in order. */
    List<ItemNo> stocked();

    /** Names of accounts by number. */
    Map<String, String> accountNames(Collection<String> accounts);

    /** A serial number of an item. */
    record Serial(String item, String serial) {}

    /**
     * A whole increase, in base units.
     *
     * @param value what it is worth now
     */
    record Increase(ItemNo item, Place place, Quantity quantity, Amount value) {}

    /** A location as lines see it. */
    record KnownLocation(boolean blocked, boolean inTransit) {}

    /** What lines can name. */
    record Known(InventoryPolicy policy, Map<String, JournalCard> items, Map<String, KnownLocation> locations, Set<String> reasons) {
        public Known {
            items = Map.copyOf(items);
            locations = Map.copyOf(locations);
            reasons = Set.copyOf(reasons);
        }
    }
}
