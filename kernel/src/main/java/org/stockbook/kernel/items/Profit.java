package org.stockbook.kernel.items;

import java.math.BigDecimal;
import java.math.MathContext;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;

/** The profit in a list price, as a share of the price without VAT, and the price for a wanted profit (spec: items, section 1.4). */
public final class Profit {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Profit() {}

    /**
     * Five decimals; zero where there is no price or no cost.
     *
     * @param vat in the price; zero where it holds none
     */
    public static Percentage of(Price price, UnitCost cost, Percentage vat) {
        if (price.isZero() || cost.value().signum() == 0) {
            return Percentage.ZERO;
        }
        var net = price.value().divide(vat.growth(), MathContext.DECIMAL128);
        var share = BigDecimal.ONE.subtract(cost.value().divide(net, MathContext.DECIMAL128)).multiply(HUNDRED);
        return new Percentage(UnitCost.rounded(share).value());
    }

    /** The price that leaves this profit; the price as it is where no price can, from 100 % on. */
    public static Price priceFor(UnitCost cost, Percentage profit, Percentage vat, Price present) {
        if (profit.value().compareTo(HUNDRED) >= 0) {
            return present;
        }
        var left = BigDecimal.ONE.subtract(profit.value().divide(HUNDRED, MathContext.DECIMAL128));
        return Price.rounded(cost.value().divide(left, MathContext.DECIMAL128).multiply(vat.growth()));
    }
}
