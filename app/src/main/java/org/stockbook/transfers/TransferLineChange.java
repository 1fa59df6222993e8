package org.stockbook.transfers;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was typed on a line of a transfer order: only what changed. Order never matters.
 *
 * @param line number of the line; 0 adds one at the end
 * @param item its number, a reference, a bar code or words of its description
 */
public record TransferLineChange(
        int line,
        Optional<String> item,
        Optional<String> variant,
        Optional<String> description,
        Optional<String> unit,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> toShip,
        Optional<BigDecimal> toReceive,
        Optional<Long> appliesTo) {

    /** What a released order still lets be typed: how much is shipped and received next. */
    boolean isOnlyProgress() {
        return item.isEmpty() && variant.isEmpty() && unit.isEmpty() && quantity.isEmpty() && appliesTo.isEmpty();
    }

    TransferLineChange of(String newItem) {
        return new TransferLineChange(line, Optional.of(newItem), variant, description, unit, quantity, toShip, toReceive, appliesTo);
    }
}
