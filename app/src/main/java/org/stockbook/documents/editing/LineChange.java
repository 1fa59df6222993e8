package org.stockbook.documents.editing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;

/**
 * What was typed on a line: only what changed. Order never matters; what is typed wins over what the master data propose.
 *
 * @param line number of the line; 0 adds one at the end
 * @param type item, charge, account, resource or text; taken from the line where it is empty
 * @param returnReason of returns; no text takes it away
 * @param typed the texts, where they may stay although they cannot be taken
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
        Optional<String> returnReason,
        AsTyped typed) {
    private static final String TYPE = "lineType";
    private static final String OBJECT = "lineObjectNumber";
    private static final String VARIANT = "itemVariantCode";

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

    /** The same, typed this way. */
    public LineChange as(AsTyped newTyped) {
        return new LineChange(line, type, object, variant, description, location, unit, quantity, unitPrice, lineDiscount, unitCost, toHandle, toInvoice, appliesTo, appliesFrom, surplus,
                returnReason, newTyped);
    }

    /** Without what was refused, whose text stays; nothing where it must not stay. */
    Optional<LineChange> keeping(DocumentIssue refused) {
        var field = refused.code().equals("items.unit-unknown") ? "unitOfMeasureCode" : String.valueOf(refused.parameters().get("field"));
        if (field.equals(OBJECT) && typed.mayKeep(VARIANT)) {
            return typed.keeps(VARIANT, refused.code()).map(code -> keeping(VARIANT, code));
        }
        var kept = typed.keeps(field, refused.code()).map(code -> keeping(field, code));
        return field.equals(OBJECT) ? kept.map(change -> change.typed.isRaw(VARIANT) ? change.keeping(VARIANT, "") : change) : kept;
    }

    /** As much of it as can be taken while it is not known what the line is to be about: of a line that is about nothing yet only its words. */
    LineChange settled(boolean aboutNothing) {
        if (!typed.isRaw(TYPE) && !typed.isRaw(OBJECT)) {
            return this;
        }
        if (aboutNothing) {
            var none = Optional.<BigDecimal>empty();
            return new LineChange(line, Optional.empty(), Optional.empty(), Optional.empty(), description, Optional.empty(), Optional.empty(), none, none, none, none, none, none,
                    Optional.empty(), Optional.empty(), none, Optional.empty(), typed.keepingAll());
        }
        var change = this;
        for (var field : List.of(TYPE, OBJECT, VARIANT)) {
            change = change.typed.isRaw(field) ? change : change.keeping(field, "");
        }
        return change;
    }

    private LineChange keeping(String field, String code) {
        return new LineChange(line, unless(field.equals(TYPE), type), unless(field.equals(OBJECT), object), unless(field.equals(VARIANT), variant), description,
                unless(field.equals("locationCode"), location), unless(field.equals("unitOfMeasureCode"), unit), quantity, unitPrice, lineDiscount, unitCost, toHandle, toInvoice, appliesTo,
                appliesFrom, surplus, unless(field.equals("returnReasonCode"), returnReason), typed.keeping(field, code));
    }

    private static <T> Optional<T> unless(boolean kept, Optional<T> value) {
        return kept ? Optional.empty() : value;
    }
}
