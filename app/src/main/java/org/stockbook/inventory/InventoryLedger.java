package org.stockbook.inventory;

import java.util.Collection;
import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.LockWait;

/** The inventory ledgers as the use cases see them: books are loaded in sets, changed by the kernel, and written in sets. */
public interface InventoryLedger {
    /**
     * Locks items until the transaction that is running ends, in ascending order of their keys, so that two postings of
     * the same items follow each other and never wait in a circle. Items that do not exist are left out.
     */
    InventoryBooks lock(Collection<ItemNo> items);

    /**
     * The same for a posting that is likely to need certain books: they come with the lock where the guess was right, so that
     * the items are held no longer than it takes to decide and to write.
     *
     * @throws org.springframework.dao.PessimisticLockingFailureException if others held the items for longer than one would wait
     */
    InventoryBooks lock(Likely likely, LockWait wait);

    /**
     * What a posting will probably ask for.
     *
     * @param requests the books, of all these items or, where what is needed only shows when the items are held, of none
     * @param postings how many there are, each with registers of its own
     * @param lines how many lines they have; decides how many numbers are drawn
     * @param entriesOfGeneralLedger how many it will write; 0 where none are to be expected or too many to guess
     */
    record Likely(List<ItemNo> items, List<BookRequest> requests, int postings, int lines, int entriesOfGeneralLedger) {
        public Likely {
            items = List.copyOf(items);
            requests = List.copyOf(requests);
        }
    }

    /** The same without a lock, for previews and proposals; entry numbers are provisional and nothing can be appended. */
    InventoryBooks read(Collection<ItemNo> items);
}
