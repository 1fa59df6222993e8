package org.stockbook.finance;

import java.util.List;
import org.stockbook.platform.database.SetupVersion;

/**
 * Numbers drawn ahead for postings that are likely to need them; those that they do not need leave gaps.
 *
 * @param setups how far the setups had come when they were drawn
 */
public record GeneralLedgerNumbers(SetupVersion setups, List<Long> registers, List<Long> transactions, List<Long> entries) {
    public GeneralLedgerNumbers {
        registers = List.copyOf(registers);
        transactions = List.copyOf(transactions);
        entries = List.copyOf(entries);
    }

    /** Whether there are at least so many of each. */
    public boolean sufficeFor(Count count) {
        return registers.size() >= count.registers() && transactions.size() >= count.transactions() && entries.size() >= count.entries();
    }

    /** How many numbers are needed. */
    public record Count(int registers, int transactions, int entries) {
        public static Count of(List<GeneralLedgerPosting> postings) {
            return new Count(
                    postings.size(),
                    postings.stream().mapToInt(posting -> posting.transactions().size()).sum(),
                    postings.stream().mapToInt(posting -> posting.lines().size()).sum());
        }
    }
}
