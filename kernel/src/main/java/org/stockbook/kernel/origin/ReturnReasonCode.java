package org.stockbook.kernel.origin;

/** Why goods came back or went back; blank where nobody said. */
public record ReturnReasonCode(String code) implements Comparable<ReturnReasonCode> {
    /** None given. */
    public static final ReturnReasonCode BLANK = new ReturnReasonCode("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(ReturnReasonCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
