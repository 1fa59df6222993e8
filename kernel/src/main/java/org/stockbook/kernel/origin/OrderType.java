package org.stockbook.kernel.origin;

/** The kind of order that ties consumption to output, or the legs of a transfer. */
public enum OrderType {
    NONE,
    PRODUCTION,
    ASSEMBLY,
    TRANSFER,
    SERVICE
}
