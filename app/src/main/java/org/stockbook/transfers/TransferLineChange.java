package org.stockbook.transfers;

import java.math.BigDecimal;
import java.util.Optional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/**
 * What was typed on a line of a transfer order: only what changed. Order never matters.
 *
 * @param line number of the line; 0 adds one at the end
 * @param item its number, a reference, a bar code or words of its description
 * @param typed the texts, where they may stay although they cannot be taken
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
        Optional<Long> appliesTo,
        AsTyped typed) {
    private static final String OBJECT = "lineObjectNumber";
    private static final String VARIANT = "itemVariantCode";

    /** What a released order still lets be typed: how much is shipped and received next. */
    boolean isOnlyProgress() {
        return item.isEmpty() && variant.isEmpty() && unit.isEmpty() && quantity.isEmpty() && appliesTo.isEmpty();
    }

    TransferLineChange of(String newItem) {
        return new TransferLineChange(line, Optional.of(newItem), variant, description, unit, quantity, toShip, toReceive, appliesTo, typed);
    }

    /** Without what was refused, whose text stays; nothing where it must not stay. */
    Optional<TransferLineChange> keeping(DocumentIssue refused) {
        var field = refused.code().equals("items.unit-unknown") ? "unitOfMeasureCode" : String.valueOf(refused.parameters().get("field"));
        return typed.keeps(field, refused.code()).map(code -> keeping(field, code));
    }

    /** As much of it as can be taken while it is not known which item is meant: of a line that has none yet only its words. */
    TransferLineChange settled(boolean aboutNothing) {
        if (!typed.isRaw(OBJECT)) {
            return this;
        }
        return aboutNothing
                ? new TransferLineChange(line, Optional.empty(), Optional.empty(), description, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        typed.keepingAll())
                : typed.isRaw(VARIANT) ? this : keeping(VARIANT, "");
    }

    private TransferLineChange keeping(String field, String code) {
        return new TransferLineChange(line, unless(field.equals(OBJECT), item), unless(field.equals(VARIANT), variant), description, unless(field.equals("unitOfMeasureCode"), unit), quantity,
                toShip, toReceive, appliesTo, typed.keeping(field, code));
    }

    private static Optional<String> unless(boolean kept, Optional<String> value) {
        return kept ? Optional.empty() : value;
    }
}
