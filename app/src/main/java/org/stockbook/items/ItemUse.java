package org.stockbook.items;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.measure.Percentage;

/** What the rules of items ask of storage, for many items at once. */
public interface ItemUse {
    /** How these items are used; an unknown one is absent. */
    Map<String, Use> of(Collection<String> items);

    /** Company settings that new items follow. */
    Defaults defaults();

    /** Those of these numbers that are taken, also by items that were deleted and left their history. */
    Set<String> taken(Collection<String> numbers);

    /** Factor of each unit of each of these items, by item and unit code. */
    Map<String, Map<String, ItemUnit>> units(Collection<String> items);

    /** Units of these items on document lines that are not handled completely. */
    Map<String, Set<String>> unitsOnDocuments(Collection<String> items);

    /** Category code to the code of its parent, empty for roots; all of them. */
    Map<String, String> categories();

    /** Tracking codes that tell serial numbers apart. */
    Set<String> serialSpecificTrackingCodes();

    /** The rate of each pair of groups that has one. */
    Map<VatGroups, Percentage> vatRates();

    /** The VAT product group that each general product group proposes. */
    Map<String, String> proposedVatGroups();

    /** Where each stockkeeping unit that is supplied from another place gets its goods, of these items. */
    Map<StockkeepingKey, String> transferSources(Collection<String> items);

    /** What is true of an item; each fact locks something. */
    enum Fact {
        JOURNAL_LINES,
        DOCUMENT_LINES,
        PURCHASES,
        ENTRIES,
        ENTRIES_OF_OPEN_YEAR,
        NOT_INVOICED,
        OPEN_ENTRIES,
        COST_NOT_ADJUSTED,
        STOCKKEEPING_UNITS
    }

    /**
     * How an item is used.
     *
     * @param documents the first kind of document it stands on, empty for none
     * @param baseUnit empty where none is chosen
     * @param otherUnits sales, purchase and put-away unit
     */
    record Use(Set<Fact> facts, String documents, String baseUnit, Set<String> otherUnits) {
        public static final Use NONE = new Use(Set.of(), "", "", Set.of());

        public Use {
            facts = Set.copyOf(facts);
            otherUnits = Set.copyOf(otherUnits);
        }

        public boolean has(Fact fact) {
            return facts.contains(fact);
        }
    }

    /** What new items get. */
    record Defaults(String costingMethod, String numberSeries) {}

    /** A unit of an item. */
    record ItemUnit(BigDecimal factor, BigDecimal precision) {}

    /** The two groups that decide a rate of value added tax. */
    record VatGroups(String business, String product) {}

    /** What a stockkeeping unit is for. */
    record StockkeepingKey(String item, String variant, String location) {}
}
