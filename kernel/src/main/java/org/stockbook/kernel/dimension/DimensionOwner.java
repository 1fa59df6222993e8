package org.stockbook.kernel.dimension;

/**
 * A card with dimensions of its own.
 *
 * @param card its number or code, empty for all cards of the kind
 */
public record DimensionOwner(Kind kind, String card) {
    /** The kinds of cards. */
    public enum Kind {
        GL_ACCOUNT,
        ITEM,
        ITEM_CATEGORY,
        CUSTOMER,
        VENDOR,
        LOCATION,
        ITEM_CHARGE,
        RESOURCE
    }
}
