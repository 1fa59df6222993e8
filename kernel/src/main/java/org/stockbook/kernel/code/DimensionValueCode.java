package org.stockbook.kernel.code;

/** One value of a dimension (spec: finance, section 9). */
public record DimensionValueCode(String code) implements Comparable<DimensionValueCode> {
    @Override
    public int compareTo(DimensionValueCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
