package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an item journal batch.
 *
 * @param location the location that goods leave or enter
 * @param newLocation transfers: where they go
 * @param quantity in the unit of the line; positive unless the direction is reversed
 * @param uom the item's base unit when empty
 * @param unitAmount per unit of the line, before indirect cost
 * @param unitCost per unit of the line, indirect cost included
 * @param tracking serial and lot numbers; each makes an entry of its own
 */
public record JournalLine(
        int line,
        Optional<LocalDate> postingDate,
        String document,
        EntryType entryType,
        String item,
        String variant,
        String location,
        Optional<String> newLocation,
        BigDecimal quantity,
        Optional<String> uom,
        Optional<BigDecimal> unitAmount,
        Optional<BigDecimal> unitCost,
        Optional<Integer> appliesToEntry,
        Optional<Integer> appliesFromEntry,
        Map<String, String> dimensions,
        Map<String, String> newDimensions,
        List<TrackedQuantity> tracking) {

    /** The part that carries one number, as a line of its own; without numbers the line itself. */
    public List<JournalLine> parts(BigDecimal factor) {
        return tracking.isEmpty()
                ? List.of(this)
                : tracking.stream().map(part -> new JournalLine(
                        line, postingDate, document, entryType, item, variant, location, newLocation,
                        part.quantityBase().multiply(BigDecimal.valueOf(quantity.signum())).divide(factor, MathContext.DECIMAL128), uom, unitAmount,
                        unitCost, part.appliesToEntry().or(() -> appliesToEntry), part.appliesFromEntry().or(() -> appliesFromEntry), dimensions,
                        newDimensions, List.of(part))).toList();
    }

    /** What a journal line may do. */
    public enum EntryType {
        @JsonProperty("purchase")
        PURCHASE,
        @JsonProperty("sale")
        SALE,
        @JsonProperty("positive-adjmt")
        POSITIVE_ADJUSTMENT,
        @JsonProperty("negative-adjmt")
        NEGATIVE_ADJUSTMENT,
        @JsonProperty("transfer")
        TRANSFER
    }
}
