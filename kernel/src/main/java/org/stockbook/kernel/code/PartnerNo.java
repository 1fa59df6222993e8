package org.stockbook.kernel.code;

/** The customer, vendor or produced item behind an entry; blank where there is none. */
public record PartnerNo(String code) implements Comparable<PartnerNo> {
    /** None given. */
    public static final PartnerNo BLANK = new PartnerNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(PartnerNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
