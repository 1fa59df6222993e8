package org.stockbook.kernel.code;

/** The order that caused an entry; blank outside orders. */
public record OrderNo(String code) implements Comparable<OrderNo> {
    /** None given. */
    public static final OrderNo BLANK = new OrderNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(OrderNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
