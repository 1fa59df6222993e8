package org.stockbook.kernel.code;

/** The number of one single piece; blank when pieces are not told apart. */
public record SerialNo(String code) implements Comparable<SerialNo> {
    /** None given. */
    public static final SerialNo BLANK = new SerialNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(SerialNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
