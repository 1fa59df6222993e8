package org.stockbook.generaljournal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.origin.DimensionSetId;

/** Transactions of the general ledger taken back by opposite entries (spec: finance, section 5). */
public interface Reversals {
    /**
     * What stands in the way of reversing a transaction; its entries are held until the running transaction ends.
     * Empty where there is no such transaction.
     */
    Optional<Facts> lock(long transaction);

    /**
     * What bears on a reversal.
     *
     * @param fromJournal whether it was posted by the general journal
     * @param reversed whether it was reversed or is a reversal itself
     * @param applied whether one of its partner entries is settled, wholly or in part, or one of its VAT entries closed
     * @param blockedAccount one of its accounts, if it takes no postings any more
     * @param dimensions the sets that its entries carry
     */
    record Facts(LocalDate postingDate, boolean fromJournal, boolean reversed, boolean applied, Optional<String> blockedAccount, List<DimensionSetId> dimensions) {
        public Facts {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** Writes the opposite of every entry of a transaction, links both, and answers with the register. */
    long reverse(long transaction, RegisterStamp stamp);
}
