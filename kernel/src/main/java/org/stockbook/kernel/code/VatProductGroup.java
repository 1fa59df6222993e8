package org.stockbook.kernel.code;

/** VAT product posting group: the tax standing of what is traded. */
public record VatProductGroup(String code) implements Comparable<VatProductGroup> {
    /** None given. */
    public static final VatProductGroup BLANK = new VatProductGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(VatProductGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
