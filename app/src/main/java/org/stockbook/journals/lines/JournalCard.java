package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.UnitFactor;

/**
 * What a journal line takes over from an item, and what it must respect (spec: items, sections 1 to 4).
 *
 * @param baseUnit code of the base unit, empty where the card names none
 * @param units of measure by code
 * @param variants by code
 * @param variantMandatory the item's own word on it; empty where the company decides
 * @param unitPrice per base unit
 */
public record JournalCard(
        LockedItem item,
        String description,
        String baseUnit,
        Map<String, Unit> units,
        Map<String, Variant> variants,
        Blocks blocks,
        Optional<Boolean> variantMandatory,
        BigDecimal unitPrice,
        PostingGroups groups,
        NumbersNeeded numbers) {

    public JournalCard {
        units = Map.copyOf(units);
        variants = Map.copyOf(variants);
    }

    public ItemNo no() {
        return item.facts().item();
    }

    /** The costs that lines at a place propose: those of its stockkeeping unit where average or standard costs are kept per place. */
    public CostCard costs(Place place, boolean averagePerPlace) {
        var perPlace = item.facts().method().isStandard() || averagePerPlace;
        return perPlace ? item.stockkeepingUnits().getOrDefault(place, item.card()) : item.card();
    }

    /** What a unit holds; a blank unit is the base unit. */
    public Optional<Unit> unit(String code) {
        return code.isEmpty() || code.equals(baseUnit) ? Optional.of(units.getOrDefault(baseUnit, Unit.BASE)) : Optional.ofNullable(units.get(code));
    }

    /**
     * One unit of the item.
     *
     * @param precision quantities are multiples of it; zero for any
     */
    public record Unit(UnitFactor factor, BigDecimal precision) {
        static final Unit BASE = new Unit(UnitFactor.ONE, BigDecimal.ZERO);
    }

    /** What must not be done with an item or a variant. */
    public record Blocks(boolean all, boolean sales, boolean purchasing) {}

    /** One variant. */
    public record Variant(Blocks blocks) {}

    /** Which numbers every movement of the item must name (spec: tracking, section 2). */
    public record NumbersNeeded(boolean serial, boolean lot) {
        public boolean none() {
            return !serial && !lot;
        }
    }
}
