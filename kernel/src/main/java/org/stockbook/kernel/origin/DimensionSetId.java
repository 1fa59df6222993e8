package org.stockbook.kernel.origin;

/** An immutable combination of dimension values; zero is the empty one (spec: finance, section 9). */
public record DimensionSetId(long value) {
    public static final DimensionSetId EMPTY = new DimensionSetId(0);
}
