package org.stockbook.kernel.code;

/** A way to analyse entries, such as DEPARTMENT (spec: finance, section 9). */
public record DimensionCode(String code) implements Comparable<DimensionCode> {
    @Override
    public int compareTo(DimensionCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
