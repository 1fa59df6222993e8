package org.stockbook.kernel.code;

/** VAT business posting group: the tax standing of the partner. */
public record VatBusinessGroup(String code) implements Comparable<VatBusinessGroup> {
    /** None given. */
    public static final VatBusinessGroup BLANK = new VatBusinessGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(VatBusinessGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
