package org.stockbook.kernel.business;

import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;

/** Amounts and places as a story names them. */
final class Words {
    private Words() {}

    static String money(long cents) {
        return Amount.ofUnscaled(cents).toString();
    }

    static String place(Place place) {
        return place.equals(Place.BLANK) ? "no location" : (place.location() + " " + place.variant()).strip();
    }
}
