package org.stockbook.kernel.measure;

import java.math.BigDecimal;

/**
 * So many units of a currency are worth so many of the local one (spec: finance, section 10). Kept as the pair in which rates are
 * quoted, because their quotient seldom has an end.
 */
public record ExchangeRate(BigDecimal currencyUnits, BigDecimal localUnits) {
    /** The rate of a document in local currency. */
    public static final ExchangeRate LOCAL = new ExchangeRate(BigDecimal.ONE, BigDecimal.ONE);

    public ExchangeRate {
        if (currencyUnits.signum() <= 0 || localUnits.signum() <= 0) {
            throw new IllegalArgumentException("an exchange rate is above zero: " + currencyUnits + " = " + localUnits);
        }
    }

    public static ExchangeRate of(String currencyUnits, String localUnits) {
        return new ExchangeRate(new BigDecimal(currencyUnits), new BigDecimal(localUnits));
    }

    /** In local currency, rounded half away from zero to the cent. */
    public Amount toLocal(Money money) {
        return Amount.rounded(toLocal(money.value()));
    }

    /** In local currency, not rounded. */
    public BigDecimal toLocal(BigDecimal inCurrency) {
        return Fraction.of(inCurrency, localUnits, currencyUnits);
    }

    /** Local currency expressed in the currency, not rounded. */
    public BigDecimal fromLocal(BigDecimal inLocal) {
        return Fraction.of(inLocal, currencyUnits, localUnits);
    }
}
