package org.stockbook.kernel.generalledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.stockbook.kernel.accounts.AccountLine;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.measure.Amount;

/** One amount for every account type; above zero is a debit. */
public final class AccountTotals {
    private final Map<AccountType, Amount> amounts;

    private AccountTotals(Map<AccountType, Amount> amounts) {
        this.amounts = amounts;
    }

    /** What lines of value entries add up to on each account type: balanced by nature. */
    public static AccountTotals of(Collection<AccountLine> lines) {
        var amounts = new EnumMap<AccountType, Amount>(AccountType.class);
        for (var line : lines) {
            amounts.merge(line.accountType(), line.amount(), Amount::plus);
            amounts.merge(line.balancingType(), line.amount().negated(), Amount::plus);
        }
        return new AccountTotals(amounts);
    }

    /** What transactions of the general ledger add up to on each account type. */
    public static AccountTotals ofTransactions(Collection<GeneralLedgerTransaction> transactions) {
        var amounts = new EnumMap<AccountType, Amount>(AccountType.class);
        for (var transaction : transactions) {
            for (var line : transaction.lines()) {
                amounts.merge(line.type(), line.amount(), Amount::plus);
            }
        }
        return new AccountTotals(amounts);
    }

    public Amount of(AccountType type) {
        return amounts.getOrDefault(type, Amount.ZERO);
    }

    /** Zero wherever every amount has its opposite. */
    public Amount sum() {
        return amounts.values().stream().reduce(Amount.ZERO, Amount::plus);
    }

    /** The types with an amount. */
    @Override
    public String toString() {
        var shown = new EnumMap<>(amounts);
        shown.values().removeIf(Amount::isZero);
        return shown.toString();
    }
}
