package org.stockbook.kernel.code;

/** General product posting group: what we trade. */
public record ProductGroup(String code) implements Comparable<ProductGroup> {
    /** None given. */
    public static final ProductGroup BLANK = new ProductGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(ProductGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
