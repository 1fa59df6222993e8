package org.stockbook.kernel.generaljournal;

import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/**
 * What a journal line is worth; above zero is a debit of its account.
 *
 * @param money in the currency of the line; the same figure as local where the currency is blank
 * @param local in local currency, at the rate of the posting date
 */
public record JournalValue(CurrencyCode currency, Money money, Amount local) {
    public static JournalValue local(Amount amount) {
        return new JournalValue(CurrencyCode.BLANK, Money.of(amount.value()), amount);
    }

    public JournalValue negated() {
        return new JournalValue(currency, money.negated(), local.negated());
    }

    boolean isZero() {
        return money.isZero() && local.isZero();
    }
}
