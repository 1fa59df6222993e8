package org.stockbook.kernel.code;

/** Which function posted: ITEMJNL, PURCHASES, SALES, INVTADJMT and so on. */
public record SourceCode(String code) implements Comparable<SourceCode> {
    /** None given. */
    public static final SourceCode BLANK = new SourceCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(SourceCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
