package org.stockbook.kernel.code;

/** The number by which people call an item. */
public record ItemNo(String code) implements Comparable<ItemNo> {
    public ItemNo {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("ItemNo must not be blank");
        }
    }

    @Override
    public int compareTo(ItemNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
