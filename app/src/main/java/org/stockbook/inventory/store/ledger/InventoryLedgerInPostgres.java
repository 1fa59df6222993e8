package org.stockbook.inventory.store.ledger;

import java.util.Collection;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.kernel.code.ItemNo;

/** Locks rows of {@code item_cost}: narrow, one per item, and updated by most postings anyway. */
@Repository
class InventoryLedgerInPostgres implements InventoryLedger {
    private final DSLContext dsl;

    InventoryLedgerInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public InventoryBooks lock(Collection<ItemNo> items) {
        return new LockedBooks(dsl, ItemsQuery.run(dsl, items, true));
    }

    @Override
    public InventoryBooks read(Collection<ItemNo> items) {
        return new ReadBooks(dsl, ItemsQuery.run(dsl, items, false));
    }
}
