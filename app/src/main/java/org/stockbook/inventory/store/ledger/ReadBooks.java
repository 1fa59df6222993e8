package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupVersion;

/** Books that are only looked at. */
class ReadBooks implements InventoryBooks {
    private final DSLContext dsl;
    private final LedgerKeys keys;
    private final Map<ItemNo, LockedItem> cards;
    private final SetupVersion setups;

    /** @param keys with the setups as they are */
    ReadBooks(DSLContext dsl, ItemsQuery items, LedgerKeys keys) {
        this.dsl = dsl;
        this.keys = keys;
        this.cards = items.items(keys);
        this.setups = items.setups();
    }

    @Override
    public Map<ItemNo, LockedItem> items() {
        return cards;
    }

    @Override
    public SetupVersion setups() {
        return setups;
    }

    @Override
    public Map<ItemNo, ItemBook> load(Collection<BookRequest> requests) {
        var query = new BooksQuery(keys, () -> true);
        var trip = new RoundTrip();
        BooksQuery.planOnce(trip);
        query.ask(trip, requests, keys);
        trip.run(dsl);
        return query.books(dsl, requests, cards);
    }

    @Override
    public Map<ItemNo, LocalDate> valuedFrom(Map<ItemNo, Set<ItemLedgerEntryNo>> entries) {
        var earliest = new TreeMap<ItemNo, LocalDate>();
        var trip = new RoundTrip();
        BooksQuery.planOnce(trip);
        new BooksQuery(keys, () -> true).askForValuationDates(trip, entries, earliest);
        trip.run(dsl);
        return earliest;
    }

    @Override
    public Map<ItemNo, ItemBook> loadHistories(Collection<ItemNo> wanted) {
        var query = new BooksQuery(keys, () -> true);
        var trip = new RoundTrip();
        query.askForHistories(trip, wanted);
        trip.run(dsl);
        return query.books(cards, wanted);
    }

    @Override
    public EntryNumbers numbers(int expectedEntries) {
        return new ProvisionalNumbers();
    }

    @Override
    public List<Long> append(LedgerPosting posting) {
        throw new IllegalStateException("the items are not locked");
    }

    @Override
    public void relate(GeneralLedgerPosted written, Collection<CostRelation> relations) {
        throw new IllegalStateException("the items are not locked");
    }

    final LedgerKeys keys() {
        return keys;
    }
}
