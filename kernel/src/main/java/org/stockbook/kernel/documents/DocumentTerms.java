package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.measure.ExchangeRate;

/**
 * How the prices of a document are meant.
 *
 * @param rate of the posting date; {@link ExchangeRate#LOCAL} without a currency
 */
public record DocumentTerms(CurrencyCode currency, ExchangeRate rate, boolean pricesIncludeVat) {
    public static final DocumentTerms LOCAL = new DocumentTerms(CurrencyCode.BLANK, ExchangeRate.LOCAL, false);

    /** Prices are not in local currency. */
    public boolean isForeign() {
        return !currency.isBlank();
    }

    public DocumentTerms withRate(ExchangeRate newRate) {
        return new DocumentTerms(currency, newRate, pricesIncludeVat);
    }
}
