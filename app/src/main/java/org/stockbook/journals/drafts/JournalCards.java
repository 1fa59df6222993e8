package org.stockbook.journals.drafts;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/** Looks up, in sets, what the lines of a journal name. */
public interface JournalCards {
    /** The cards of these item numbers and all locations and reasons; what does not exist is left out. */
    Known of(Collection<String> items, InventoryPolicy policy);

    /** What is on hand at each place of these items. */
    Map<ItemNo, Map<Place, Quantity>> stockOf(Collection<ItemNo> items);

    /** Those of these serial numbers that are on hand. */
    Set<Serial> onHand(Collection<Serial> serials);

    /** Names of accounts by number. */
    Map<String, String> accountNames(Collection<String> accounts);

    /** A serial number of an item. */
    record Serial(String item, String serial) {}

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
