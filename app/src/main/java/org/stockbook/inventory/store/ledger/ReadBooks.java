package org.stockbook.inventory.store.ledger;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;

/** Books that are only looked at. */
class ReadBooks implements InventoryBooks {
    private final DSLContext dsl;
    private final ItemsQuery items;
    private final Map<ItemNo, LockedItem> cards;

    ReadBooks(DSLContext dsl, ItemsQuery items) {
        this.dsl = dsl;
        this.items = items;
        this.cards = items.items();
    }

    @Override
    public Map<ItemNo, LockedItem> items() {
        return cards;
    }

    @Override
    public Map<ItemNo, ItemBook> load(Collection<BookRequest> requests) {
        return new BooksQuery(dsl, items).load(requests);
    }

    @Override
    public Map<ItemNo, ItemBook> loadHistories(Collection<ItemNo> wanted) {
        return new BooksQuery(dsl, items).loadHistories(wanted);
    }

    @Override
    public EntryNumbers numbers(int expectedEntries) {
        return new ProvisionalNumbers();
    }

    @Override
    public long append(LedgerPosting posting) {
        throw new IllegalStateException("the items are not locked");
    }

    @Override
    public void relate(GeneralLedgerPosted written, Collection<InventoryBooks.CostRelation> relations) {
        throw new IllegalStateException("the items are not locked");
    }

    final LedgerKeys keys() {
        return items.keys();
    }
}
