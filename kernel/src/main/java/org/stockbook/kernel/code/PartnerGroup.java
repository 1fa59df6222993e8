package org.stockbook.kernel.code;

/** Vendor or customer posting group: steers payables and receivables. */
public record PartnerGroup(String code) implements Comparable<PartnerGroup> {
    /** None given. */
    public static final PartnerGroup BLANK = new PartnerGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(PartnerGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
