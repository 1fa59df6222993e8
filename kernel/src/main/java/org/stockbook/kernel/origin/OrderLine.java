package org.stockbook.kernel.origin;

import org.stockbook.kernel.code.OrderNo;

/** The order line that caused an entry: the key for cost flow from consumption to output. */
public record OrderLine(OrderType type, OrderNo no, int line) {
    public static final OrderLine NONE = new OrderLine(OrderType.NONE, OrderNo.BLANK, 0);

    public boolean isNone() {
        return type == OrderType.NONE;
    }

    public boolean isSameOrder(OrderLine other) {
        return type == other.type && no.equals(other.no);
    }
}
