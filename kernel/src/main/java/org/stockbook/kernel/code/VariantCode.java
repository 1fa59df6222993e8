package org.stockbook.kernel.code;

/** A colour, size or make of an item; blank for items without variants. */
public record VariantCode(String code) implements Comparable<VariantCode> {
    /** None given. */
    public static final VariantCode BLANK = new VariantCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(VariantCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
