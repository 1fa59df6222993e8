package org.stockbook.kernel.documents.prices;

import java.util.Optional;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;

/**
 * What a price list offers for a line, in the line's unit and the document's currency.
 *
 * @param price empty where only a discount is offered
 * @param specific made for the currency of the document or the variant of the line
 */
public record Offer(Optional<Price> price, Percentage discount, boolean specific, boolean allowLineDiscount, boolean allowInvoiceDiscount) {
    /** A price as it stands on the card. */
    public static Offer ofCard(Price price, boolean allowInvoiceDiscount) {
        return new Offer(Optional.of(price), Percentage.ZERO, false, true, allowInvoiceDiscount);
    }
}
