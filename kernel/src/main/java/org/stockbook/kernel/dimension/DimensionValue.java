package org.stockbook.kernel.dimension;

import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;

/** A value of a dimension. */
public record DimensionValue(DimensionCode dimension, DimensionValueCode value) implements Comparable<DimensionValue> {
    @Override
    public int compareTo(DimensionValue other) {
        var byDimension = dimension.compareTo(other.dimension);
        return byDimension != 0 ? byDimension : value.compareTo(other.value);
    }
}
