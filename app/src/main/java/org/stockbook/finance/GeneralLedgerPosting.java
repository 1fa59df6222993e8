package org.stockbook.finance;

import java.util.List;
import org.stockbook.kernel.measure.Amount;

/**
 * Entries of the general ledger that are written together, under one register.
 *
 * @param itemRegister number of the item register written in the same transaction, 0 where there is none
 * @param transactions each sums to zero
 */
public record GeneralLedgerPosting(RegisterStamp stamp, long itemRegister, List<List<GeneralLedgerLine>> transactions) {
    public GeneralLedgerPosting {
        transactions = transactions.stream().map(List::copyOf).toList();
        for (var transaction : transactions) {
            var sum = transaction.stream().map(GeneralLedgerLine::amount).reduce(Amount.ZERO, Amount::plus);
            if (!sum.isZero()) {
                throw new IllegalArgumentException("a transaction is out of balance by " + sum);
            }
        }
    }

    /** All lines in order, whatever their transaction. */
    public List<GeneralLedgerLine> lines() {
        return transactions.stream().flatMap(List::stream).toList();
    }
}
