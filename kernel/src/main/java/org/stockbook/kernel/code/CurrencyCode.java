package org.stockbook.kernel.code;

/** A currency; blank is the local one. */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
    /** None given. */
    public static final CurrencyCode BLANK = new CurrencyCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
