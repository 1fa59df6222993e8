package org.stockbook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * The books after the rules have run, ready to be written.
 *
 * @param posted the cost of new value entries that goes into the general ledger in the same transaction
 * @param pending new value entries whose cost waits for the batch run (spec: reconciliation, section 4)
 */
public record LedgerPosting(
        RegisterStamp stamp, List<ItemBook> books, Map<ValueEntryNo, CostParts> posted, Set<ValueEntryNo> pending) {
    public LedgerPosting {
        books = List.copyOf(books);
        posted = Map.copyOf(posted);
        pending = Set.copyOf(pending);
    }

    /** Nothing of it goes to or waits for the general ledger. */
    public static LedgerPosting of(RegisterStamp stamp, Collection<ItemBook> books) {
        return new LedgerPosting(stamp, List.copyOf(books), Map.of(), Set.of());
    }
}
