package org.stockbook.kernel.dimension;

import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;

/** Why entries cannot carry a combination of dimensions (spec: finance, section 9; errors). */
public sealed interface DimensionRefusal {
    DimensionCode dimension();

    /** The stable code under which texts and documentation know this refusal. */
    default String code() {
        return switch (this) {
            case Blocked _, ValueNotUsable _ -> "finance.dimension-blocked";
            case Excluded _ -> "finance.dimension-combination-blocked";
            case Mandatory _ -> "finance.dimension-mandatory";
            case OtherCode _ -> "finance.dimension-same-code";
            case MustBeAbsent _ -> "finance.dimension-no-code";
            case NotAllowed _ -> "finance.dimension-value-not-allowed";
        };
    }

    record Blocked(DimensionCode dimension) implements DimensionRefusal {}

    /** The value is unknown, blocked or only a heading or total. */
    record ValueNotUsable(DimensionCode dimension, DimensionValueCode value) implements DimensionRefusal {}

    record Excluded(DimensionCode dimension, DimensionValueCode value, DimensionCode otherDimension, DimensionValueCode otherValue) implements DimensionRefusal {}

    record Mandatory(DimensionCode dimension, DimensionOwner owner) implements DimensionRefusal {}

    /** The value differs from the one that the card demands; the text is empty where it demands none. */
    record OtherCode(DimensionCode dimension, DimensionOwner owner, String demanded) implements DimensionRefusal {}

    record MustBeAbsent(DimensionCode dimension, DimensionOwner owner) implements DimensionRefusal {}

    record NotAllowed(DimensionCode dimension, DimensionOwner owner, DimensionValueCode value) implements DimensionRefusal {}
}
