package org.stockbook.kernel.code;

/** The number of a batch of goods made or bought together; blank when not tracked. */
public record LotNo(String code) implements Comparable<LotNo> {
    /** None given. */
    public static final LotNo BLANK = new LotNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(LotNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
