package org.stockbook.kernel.book;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.ledger.Place;

/** The cost fields of an item and of its stockkeeping units, as they stand while a posting runs. */
public final class ItemCosts {
    private final Map<Place, CostCard> stockkeepingUnits;
    private final Map<Place, CostCard> changedUnits = new TreeMap<>();
    private CostCard card;
    private boolean cardChanged;

    public ItemCosts(CostCard card, Map<Place, CostCard> stockkeepingUnits) {
        this.card = card;
        this.stockkeepingUnits = new TreeMap<>(stockkeepingUnits);
    }

    public CostCard card() {
        return card;
    }

    /** The stockkeeping unit kept for exactly this place, if there is one. */
    public Optional<CostCard> stockkeepingUnit(Place place) {
        return Optional.ofNullable(stockkeepingUnits.get(place));
    }

    public Map<Place, CostCard> stockkeepingUnits() {
        return Map.copyOf(stockkeepingUnits);
    }

    public void change(CostCard newCard) {
        if (!newCard.equals(card)) {
            card = newCard;
            cardChanged = true;
        }
    }

    public void change(Place place, CostCard newCard) {
        if (!newCard.equals(stockkeepingUnits.put(place, newCard))) {
            changedUnits.put(place, newCard);
        }
    }

    Optional<CostCard> changedCard() {
        return cardChanged ? Optional.of(card) : Optional.empty();
    }

    Map<Place, CostCard> changedUnits() {
        return Map.copyOf(changedUnits);
    }
}
