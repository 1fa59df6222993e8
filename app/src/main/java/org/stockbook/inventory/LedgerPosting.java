package org.stockbook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * The books after the rules have run, ready to be written.
 *
 * @param posted the cost of new value entries that goes into the general ledger in the same transaction
 * @param pending new value entries whose cost waits for the batch run (spec: reconciliation, section 4)
 * @param transactions the lines of the general ledger that belong to it
 * @param relations from which value entries these lines were made
 */
public record LedgerPosting(
        RegisterStamp stamp,
        List<ItemBook> books,
        Map<ValueEntryNo, CostParts> posted,
        Set<ValueEntryNo> pending,
        List<List<GeneralLedgerLine>> transactions,
        List<InventoryBooks.CostRelation> relations) {
    public LedgerPosting {
        books = List.copyOf(books);
        posted = Map.copyOf(posted);
        pending = Set.copyOf(pending);
        transactions = transactions.stream().map(List::copyOf).toList();
        relations = List.copyOf(relations);
    }

    /** Nothing of it goes to or waits for the general ledger. */
    public static LedgerPosting of(RegisterStamp stamp, Collection<ItemBook> books) {
        return new LedgerPosting(stamp, List.copyOf(books), Map.of(), Set.of(), List.of(), List.of());
    }
}
