package org.stockbook.finance;

import java.util.List;
import org.stockbook.platform.database.SetupVersion;

/**
 * Numbers drawn ahead for a posting that is likely to need them; those that it does not need leave gaps.
 *
 * @param setups how far the setups had come when they were drawn
 */
public record GeneralLedgerNumbers(SetupVersion setups, long register, List<Long> transactions, List<Long> entries) {
    public GeneralLedgerNumbers {
        transactions = List.copyOf(transactions);
        entries = List.copyOf(entries);
    }

    /** Whether there are at least as many as a posting has transactions and lines. */
    public boolean sufficeFor(GeneralLedgerPosting posting) {
        return transactions.size() >= posting.transactions().size() && entries.size() >= posting.lines().size();
    }
}
