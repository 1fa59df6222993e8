package org.stockbook.kernel.code;

/** A free cause given by the user; blank where none was given. */
public record ReasonCode(String code) implements Comparable<ReasonCode> {
    /** None given. */
    public static final ReasonCode BLANK = new ReasonCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(ReasonCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
