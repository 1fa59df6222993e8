package org.stockbook.kernel.code;

/** Inventory posting group: steers the balance-sheet accounts of an item. */
public record InventoryGroup(String code) implements Comparable<InventoryGroup> {
    /** None given. */
    public static final InventoryGroup BLANK = new InventoryGroup("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(InventoryGroup other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
