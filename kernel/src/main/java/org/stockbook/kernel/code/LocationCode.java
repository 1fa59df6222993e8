package org.stockbook.kernel.code;

/** A place with its own stock; blank is a legal location unless the company demands one. */
public record LocationCode(String code) implements Comparable<LocationCode> {
    /** None given. */
    public static final LocationCode BLANK = new LocationCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(LocationCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
