package org.stockbook.finance;

import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/**
 * What a general ledger entry says besides account, date and amount (spec: finance, section 4).
 *
 * @param systemCreated made by a function of the program, not typed on a line
 * @param closing belongs to the fictitious day after the posting date that closes a year
 * @param correction shown as a negative debit instead of a credit, and the reverse
 * @param currency blank for the local one; the money is then not kept
 */
public record LedgerTerms(boolean systemCreated, boolean closing, boolean correction, Trade trade, CurrencyCode currency, Money money) {
    /** A line that a function of the program makes. */
    public static final LedgerTerms OF_PROGRAM = new LedgerTerms(true, false, false, Trade.NONE, CurrencyCode.BLANK, Money.ZERO);
    /** A line that somebody typed. */
    public static final LedgerTerms TYPED = new LedgerTerms(false, false, false, Trade.NONE, CurrencyCode.BLANK, Money.ZERO);

    /** What was bought or sold, for the VAT statement. */
    public record Trade(Type type, VatBusinessGroup business, VatProductGroup product, Amount vatAmount) {
        public static final Trade NONE = new Trade(Type.NONE, VatBusinessGroup.BLANK, VatProductGroup.BLANK, Amount.ZERO);
    }

    /** Whether VAT is paid or owed. */
    public enum Type {
        NONE,
        PURCHASE,
        SALE
    }

    public LedgerTerms with(Trade newTrade) {
        return new LedgerTerms(systemCreated, closing, correction, newTrade, currency, money);
    }

    public LedgerTerms in(CurrencyCode newCurrency, Money newMoney) {
        return new LedgerTerms(systemCreated, closing, correction, trade, newCurrency, newMoney);
    }

    /** Whether there is more to keep than who made the line. */
    public boolean isPlain() {
        return !closing && !correction && trade.equals(Trade.NONE) && currency.isBlank();
    }
}
