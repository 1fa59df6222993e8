package org.stockbook.documents.editing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was typed on a line: only what changed. Order never matters; what is typed wins over what the master data propose.
 *
 * @param line number of the line; 0 adds one at the end
 * @param type item, charge, account, resource or text; taken from the line where it is empty
 * @param returnReason of returns; no text takes it away
 */
public record LineChange(
        int line,
        Optional<LineType> type,
        Optional<String> object,
        Optional<String> variant,
        Optional<String> description,
        Optional<String> location,
        Optional<String> unit,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> lineDiscount,
        Optional<BigDecimal> unitCost,
        Optional<BigDecimal> toHandle,
        Optional<BigDecimal> toInvoice,
        Optional<Long> appliesTo,
        Optional<Long> appliesFrom,
        Optional<BigDecimal> surplus,
        Optional<String> returnReason) {

    /** What a line may be about. */
    public enum LineType {
        ITEM,
        CHARGE,
        ACCOUNT,
        RESOURCE,
        TEXT
    }

    /** What a posted order still lets be typed: how much is handled and invoiced next. */
    public boolean isOnlyProgress() {
        return type.isEmpty() && object.isEmpty() && variant.isEmpty() && location.isEmpty() && unit.isEmpty() && quantity.isEmpty()
                && unitPrice.isEmpty() && lineDiscount.isEmpty() && unitCost.isEmpty() && appliesTo.isEmpty() && appliesFrom.isEmpty()
                && returnReason.isEmpty();
    }
}
