package org.stockbook.kernel.code;

/** An item charge such as freight or duty; blank on everything that is not a charge. */
public record ItemChargeNo(String code) implements Comparable<ItemChargeNo> {
    /** None given. */
    public static final ItemChargeNo BLANK = new ItemChargeNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(ItemChargeNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
