package org.stockbook.finance.dimensions;

import java.util.Map;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRefusal;
import org.stockbook.platform.i18n.Sentence;

/**
 * Why entries cannot carry their dimensions, as a code with the values behind its text.
 *
 * @param dimension the one to look at first
 */
public record DimensionFinding(DimensionCode dimension, String code, Map<String, Object> parameters) {
    public DimensionFinding {
        parameters = Map.copyOf(parameters);
    }

    public static DimensionFinding of(DimensionRefusal refusal) {
        return new DimensionFinding(refusal.dimension(), refusal.code(), parameters(refusal));
    }

    private static Map<String, Object> parameters(DimensionRefusal refusal) {
        var dimension = refusal.dimension().code();
        return switch (refusal) {
            case DimensionRefusal.Blocked _ -> Map.of("dimension", dimension, "value", "");
            case DimensionRefusal.ValueNotUsable refused -> Map.of("dimension", dimension, "value", refused.value().code());
            case DimensionRefusal.Excluded refused ->
                Map.of("dimension", dimension, "first", dimension + " " + refused.value().code(),
                        "second", refused.otherDimension().code() + " " + refused.otherValue().code());
            case DimensionRefusal.Mandatory refused -> Map.of("dimension", dimension, "value", "", "owner", owner(refused.owner()));
            case DimensionRefusal.MustBeAbsent refused -> Map.of("dimension", dimension, "value", "", "owner", owner(refused.owner()));
            case DimensionRefusal.OtherCode refused -> Map.of("dimension", dimension, "value", refused.demanded(), "owner", owner(refused.owner()));
            case DimensionRefusal.NotAllowed refused -> Map.of("dimension", dimension, "value", refused.value().code(), "owner", owner(refused.owner()));
        };
    }

    /** The card that demands it, as sentences name it. */
    private static Sentence owner(DimensionOwner owner) {
        var kind = owner.kind().name();
        return owner.card().isEmpty() ? new Sentence("dimension.owners", Map.of("kind", kind)) : new Sentence("dimension.owner", Map.of("kind", kind, "card", owner.card()));
    }
}
