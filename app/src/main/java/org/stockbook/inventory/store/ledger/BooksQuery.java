package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.LockedItem;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedApplication;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedEntry;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Loads books: entries first, then in one round trip their value entries, their applications and what stays outside. */
final class BooksQuery {
    private static final String VALUES = """
            SELECT %s FROM unnest(?::bigint[], ?::bigint[]) AS l (item_id, entry_no)
            JOIN value_entry v ON v.item_id = l.item_id AND v.item_ledger_entry_no = l.entry_no
            ORDER BY v.item_id, v.entry_no""".formatted(EntryReader.VALUE_COLUMNS);
    private static final String APPLICATIONS = """
            SELECT %s FROM unnest(?::bigint[], ?::bigint[]) AS l (item_id, entry_no)
            JOIN item_application a ON a.item_id = l.item_id AND a.outbound_entry_no = l.entry_no
            WHERE a.removed_by_register_no IS NULL
            ORDER BY a.item_id, a.entry_no""".formatted(EntryReader.APPLICATION_COLUMNS);

    private static final String ALL_ENTRIES = "SELECT " + EntryReader.ENTRY_COLUMNS
            + " FROM item_ledger_entry e WHERE e.item_id = ANY (?::bigint[]) ORDER BY e.item_id, e.entry_no";
    private static final String ALL_VALUES = "SELECT " + EntryReader.VALUE_COLUMNS
            + " FROM value_entry v WHERE v.item_id = ANY (?::bigint[]) ORDER BY v.item_id, v.entry_no";
    private static final String ALL_APPLICATIONS = "SELECT " + EntryReader.APPLICATION_COLUMNS
            + " FROM item_application a WHERE a.item_id = ANY (?::bigint[]) AND a.outbound_entry_no IS NOT NULL"
            + " AND a.removed_by_register_no IS NULL ORDER BY a.item_id, a.entry_no";

    /** Few rows of large tables: by index whatever the statistics say, which a young company does not have yet. */
    private static final String BY_INDEX = "SELECT set_config(name, ?, true) FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS s (name)";

    private final DSLContext dsl;
    private final LedgerKeys keys;
    private final Map<ItemNo, LockedItem> items;
    private final EntryReader reader;
    private final List<LoadedEntry> entries = new ArrayList<>();
    private final List<LoadedValue> values = new ArrayList<>();
    private final List<LoadedApplication> applications = new ArrayList<>();
    private final Balances balances;

    BooksQuery(DSLContext dsl, ItemsQuery items) {
        this.dsl = dsl;
        this.keys = items.keys();
        this.items = items.items();
        this.reader = new EntryReader(keys);
        this.balances = new Balances(keys);
    }

    Map<ItemNo, ItemBook> load(Collection<BookRequest> requests) {
        var trip = new RoundTrip()
                .update(BY_INDEX, "off")
                .query(EntrySelection.STATEMENT, this::entry, EntrySelection.parameters(requests, items, keys));
        balances.ask(trip, requests, requests.stream().filter(this::isAverage).toList());
        trip.update(BY_INDEX, "on").run(dsl);
        var entryItems = ArrayText.ofNumbers(entries.stream().map(LoadedEntry::item).toList());
        var entryNumbers = ArrayText.ofNumbers(entries.stream().map(loaded -> loaded.entry().no().value()).toList());
        if (!entries.isEmpty()) {
            new RoundTrip()
                    .update(BY_INDEX, "off")
                    .query(VALUES, this::value, entryItems, entryNumbers)
                    .query(APPLICATIONS, this::application, entryItems, entryNumbers)
                    .update(BY_INDEX, "on")
                    .run(dsl);
        }
        balances.subtract(entries, values);
        return books(requests.stream().map(BookRequest::item).toList());
    }

    Map<ItemNo, ItemBook> loadHistories(Collection<ItemNo> wanted) {
        var itemKeys = ArrayText.ofNumbers(wanted.stream().map(keys::item).toList());
        new RoundTrip()
                .query(ALL_ENTRIES, this::entry, itemKeys)
                .query(ALL_VALUES, this::value, itemKeys)
                .query(ALL_APPLICATIONS, this::application, itemKeys)
                .run(dsl);
        return books(wanted);
    }

    private void entry(ResultSet row) throws SQLException {
        entries.add(reader.entry(row));
    }

    private void value(ResultSet row) throws SQLException {
        values.add(reader.value(row));
    }

    private void application(ResultSet row) throws SQLException {
        applications.add(reader.application(row));
    }

    /** An application counts where both of its sides are in the book: the cheaper side was asked for, the other is looked up here. */
    private static void load(ItemBook book, ItemApplication application) {
        if (book.find(application.inbound()).isPresent()) {
            book.load(application);
        }
    }

    private boolean isAverage(BookRequest request) {
        return card(request.item()).facts().method().isAverage();
    }

    private LockedItem card(ItemNo no) {
        var item = items.get(no);
        if (item == null) {
            throw new IllegalArgumentException("item " + no + " was not locked");
        }
        return item;
    }

    private Map<ItemNo, ItemBook> books(Collection<ItemNo> wanted) {
        var books = new LinkedHashMap<ItemNo, ItemBook>();
        var byKey = new HashMap<Long, ItemBook>();
        for (var item : wanted) {
            var book = emptyBook(item);
            books.put(item, book);
            byKey.put(keys.item(item), book);
        }
        entries.forEach(loaded -> bookOf(byKey, loaded.item()).load(loaded.entry(), loaded.state()));
        values.forEach(loaded -> bookOf(byKey, loaded.item()).load(loaded.entry(), loaded.state()));
        applications.forEach(loaded -> load(bookOf(byKey, loaded.item()), loaded.application()));
        return books;
    }

    private ItemBook emptyBook(ItemNo no) {
        var item = card(no);
        return new ItemBook(
                item.facts(), new ItemCosts(item.card(), item.stockkeepingUnits()), item.points(), balances.of(keys.item(no)));
    }

    private static ItemBook bookOf(Map<Long, ItemBook> books, long item) {
        var book = books.get(item);
        if (book == null) {
            throw new IllegalStateException("an entry of item key " + item + " was loaded, which was not asked for");
        }
        return book;
    }
}
