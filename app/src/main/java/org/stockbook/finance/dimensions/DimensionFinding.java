package org.stockbook.finance.dimensions;

import java.util.Map;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.dimension.DimensionRefusal;

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
            case DimensionRefusal.Blocked _, DimensionRefusal.Mandatory _, DimensionRefusal.MustBeAbsent _ -> Map.of("dimension", dimension, "value", "");
            case DimensionRefusal.ValueNotUsable refused -> Map.of("dimension", dimension, "value", refused.value().code());
            case DimensionRefusal.Excluded refused ->
                Map.of("dimension", dimension, "first", dimension + " " + refused.value().code(),
                        "second", refused.otherDimension().code() + " " + refused.otherValue().code());
            case DimensionRefusal.OtherCode refused -> Map.of("dimension", dimension, "value", refused.demanded());
            case DimensionRefusal.NotAllowed refused -> Map.of("dimension", dimension, "value", refused.value().code());
        };
    }
}
