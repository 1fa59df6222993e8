package org.stockbook.kernel.ledger;

import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;

/** Where stock of an item is, and in which variant: quantities are applied only within one place (spec: ledger, section 6.1). */
public record Place(VariantCode variant, LocationCode location) implements Comparable<Place> {
    public static final Place BLANK = new Place(VariantCode.BLANK, LocationCode.BLANK);

    @Override
    public int compareTo(Place other) {
        var byVariant = variant.compareTo(other.variant);
        return byVariant != 0 ? byVariant : location.compareTo(other.location);
    }
}
