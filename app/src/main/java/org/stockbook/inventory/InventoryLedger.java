package org.stockbook.inventory;

import java.util.Collection;
import org.stockbook.kernel.code.ItemNo;

/** The inventory ledgers as the use cases see them: books are loaded in sets, changed by the kernel, and written in sets. */
public interface InventoryLedger {
    /**
     * Locks items until the transaction that is running ends, in ascending order of their keys, so that two postings of
     * the same items follow each other and never wait in a circle. Items that do not exist are left out.
     */
    InventoryBooks lock(Collection<ItemNo> items);

    /** The same without a lock, for previews and proposals; entry numbers are provisional and nothing can be appended. */
    InventoryBooks read(Collection<ItemNo> items);
}
