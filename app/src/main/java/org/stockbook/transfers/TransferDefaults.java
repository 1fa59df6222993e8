package org.stockbook.transfers;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.measure.UnitFactor;

/** What master data propose on transfer orders, in sets. */
public interface TransferDefaults {
    /** What is known of locations; unknown ones are left out. */
    Map<LocationCode, Place> places(Collection<LocationCode> locations);

    /** The route between two locations, if one is agreed. */
    Optional<Route> route(LocationCode from, LocationCode to);

    boolean shipmentMethodExists(String code);

    /** What is known of items; unknown ones are left out. */
    Map<ItemNo, Goods> goods(Collection<ItemNo> items);

    /**
     * A location.
     *
     * @param inTransit holds only goods that are on their way
     * @param outbound how long goods take from stock out of the house
     * @param inbound how long they take from the door into stock
     */
    record Place(boolean inTransit, boolean blocked, DateFormula outbound, DateFormula inbound) {}

    /** How goods travel and how long. */
    record Route(TransferRoute route, DateFormula shippingTime) {}

    /**
     * An item.
     *
     * @param base its base unit
     * @param units base units in each of its units
     */
    record Goods(String description, UnitCode base, Map<UnitCode, UnitFactor> units, Map<VariantCode, String> variants) {
        public Goods {
            units = Map.copyOf(units);
            variants = Map.copyOf(variants);
        }
    }
}
