package org.stockbook.items.cards;

import java.util.List;
import java.util.Set;

/** What copies of items ask of storage: everything that hangs on a card, copied in sets. */
public interface ItemParts {
    /** Copies parts of one item to others that exist. */
    void copy(String source, List<String> targets, Set<Part> parts);

    /** Stockkeeping units that are not there yet. */
    List<StockkeepingKey> combinations(StockkeepingRequest request);

    /** What hangs on a card. */
    enum Part {
        UNITS_OF_MEASURE,
        DIMENSIONS,
        PICTURES,
        PRICES,
        VARIANTS,
        TRANSLATIONS,
        EXTENDED_TEXTS,
        VENDORS,
        ATTRIBUTES,
        REFERENCES
    }

    /**
     * For which places and variants stockkeeping units are wanted.
     *
     * @param locations empty for all
     */
    record StockkeepingRequest(List<String> items, Per per, List<String> locations, boolean inStockOnly) {
        public StockkeepingRequest {
            items = List.copyOf(items);
            locations = List.copyOf(locations);
        }
    }

    /** What stockkeeping units are made for. */
    enum Per {
        LOCATION,
        VARIANT,
        LOCATION_AND_VARIANT
    }

    /**
     * One of them.
     *
     * @param exists whether it is there already
     */
    record StockkeepingKey(String item, String variant, String location, boolean exists) {}
}
