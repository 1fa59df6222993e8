package org.stockbook.kernel.generalledger;

import java.time.LocalDate;
import java.util.List;

/** Lines of one posting date that sum to zero (spec: finance, section 4, rule 1). */
public record GeneralLedgerTransaction(LocalDate postingDate, List<GeneralLedgerLine> lines) {
    public GeneralLedgerTransaction {
        lines = List.copyOf(lines);
        var sum = 0L;
        for (var line : lines) {
            sum = Math.addExact(sum, line.amount().unscaled());
            if (!line.postingDate().equals(postingDate)) {
                throw new IllegalArgumentException("a transaction has one posting date, not " + postingDate + " and " + line.postingDate());
            }
        }
        if (sum != 0) {
            throw new TransactionNotBalanced(lines);
        }
    }
}
