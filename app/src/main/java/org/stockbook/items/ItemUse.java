package org.stockbook.items;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the rules of items ask of storage, for many items at once. */
public interface ItemUse {
    /** How these items are used; an unknown one is absent. */
    Map<String, Use> of(Collection<String> items);

    /** Company settings that new items follow. */
    Defaults defaults();

    /** Those of these numbers that are taken. */
    Set<String> taken(Collection<String> numbers);

    /** Factor of each unit of each of these items, by item and unit code. */
    Map<String, Map<String, ItemUnit>> units(Collection<String> items);

    /** Category code to the code of its parent, empty for roots; all of them. */
    Map<String, String> categories();

    /** Tracking codes that tell serial numbers apart. */
    Set<String> serialSpecificTrackingCodes();

    /**
     * How an item is used.
     *
     * @param baseUnit empty where none is chosen
     * @param otherUnits sales, purchase and put-away unit
     */
    record Use(boolean entries, boolean openEntries, boolean journalLines, boolean stockkeepingUnits, boolean costAdjusted, String baseUnit, Set<String> otherUnits) {}

    /** What new items get. */
    record Defaults(String costingMethod, String numberSeries) {}

    /** A unit of an item. */
    record ItemUnit(BigDecimal factor, BigDecimal precision) {}
}
