package org.stockbook.kernel.documents.prices;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;

/**
 * The best price and discount for the partner (spec: purchasing, section 2.5; sales, section 6): specific offers before general ones,
 * among these the lowest after its own discount; the highest of the discounts that the price allows. Percentages are never added.
 */
public final class BestPrice {
    private BestPrice() {}

    /**
     * Chooses.
     *
     * @param card what holds where no list has a price
     * @param allowLineDiscount the partner gets line discounts at all
     */
    public static LinePrice choose(List<Offer> offers, Offer card, boolean allowLineDiscount) {
        var priced = offers.stream().filter(offer -> offer.price().isPresent()).toList();
        var specific = priced.stream().filter(Offer::specific).toList();
        var price = (specific.isEmpty() ? priced : specific).stream().min(Comparator.comparing(BestPrice::discounted)).orElse(card);
        var alone = offers.stream().filter(offer -> offer.price().isEmpty()).map(Offer::discount).max(Comparator.comparing(Percentage::value));
        var discount = price.allowLineDiscount() && allowLineDiscount ? higher(price.discount(), alone) : Percentage.ZERO;
        return new LinePrice(price.price().orElse(Price.ZERO), discount, price.allowInvoiceDiscount(), Money.ZERO);
    }

    private static Percentage higher(Percentage own, Optional<Percentage> alone) {
        return alone.filter(other -> other.value().compareTo(own.value()) > 0).orElse(own);
    }

    private static BigDecimal discounted(Offer offer) {
        var price = offer.price().orElse(Price.ZERO).value();
        return price.subtract(offer.discount().of(price));
    }
}
