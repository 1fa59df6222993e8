package org.stockbook.kernel.code;

/** A unit of measure such as PCS or BOX. */
public record UnitCode(String code) implements Comparable<UnitCode> {
    /** None given. */
    public static final UnitCode BLANK = new UnitCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(UnitCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
