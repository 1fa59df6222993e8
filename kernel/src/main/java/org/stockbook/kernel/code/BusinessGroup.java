package org.stockbook.kernel.code;

/** General business posting group: with whom we trade; blank for internal movements. */
public record BusinessGroup(String code) implements Comparable<BusinessGroup> {
    /** None given. */
    public static final BusinessGroup BLANK = new BusinessGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(BusinessGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
