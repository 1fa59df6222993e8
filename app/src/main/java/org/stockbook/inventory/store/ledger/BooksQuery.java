package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.LockedItem;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedApplication;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedEntry;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedValue;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Loads books in one round trip: which entries, then the entries, their value entries, their applications and what stays outside. */
final class BooksQuery {
    /** The history of an item has one index to it where no order is asked for; single entries have one wherever they are looked up. */
    private static final String ENTRIES = "SELECT " + EntryReader.ENTRY_COLUMNS + EntrySelection.CHOOSING
            + """
            CROSS JOIN LATERAL (
                SELECT * FROM item_ledger_entry o WHERE l.first_no = l.last_no AND o.item_id = l.item_id AND o.entry_no = l.first_no
                UNION ALL
                SELECT * FROM item_ledger_entry o WHERE l.first_no < l.last_no AND o.item_id = l.item_id OFFSET 0) AS e""";
    private static final String VALUES = "SELECT " + EntryReader.VALUE_COLUMNS + EntrySelection.CHOSEN
            + """
            CROSS JOIN LATERAL (
                SELECT * FROM value_entry o WHERE o.item_id = l.item_id AND o.item_ledger_entry_no BETWEEN l.first_no AND l.last_no
                ORDER BY o.item_ledger_entry_no, o.entry_no OFFSET 0) AS v""";
    private static final String APPLICATIONS = "SELECT " + EntryReader.APPLICATION_COLUMNS + EntrySelection.CHOSEN
            + """
            CROSS JOIN LATERAL (
                SELECT * FROM item_application o WHERE o.item_id = l.item_id AND o.outbound_entry_no BETWEEN l.first_no AND l.last_no
                    AND o.removed_by_register_no IS NULL
                ORDER BY o.outbound_entry_no OFFSET 0) AS a""";

    private static final String VALUATION_DATES = """
            SELECT e.item_id, coalesce((
                SELECT v.valuation_date FROM value_entry v
                WHERE v.item_id = e.item_id AND v.item_ledger_entry_no BETWEEN e.entry_no AND e.entry_no
                    AND v.value_entry_type = 'DIRECT_COST' AND v.item_charge_id IS NULL
                ORDER BY v.item_ledger_entry_no DESC, v.entry_no DESC LIMIT 1), e.posting_date)
            FROM unnest(?::bigint[], ?::bigint[]) AS named (item_id, entry_no)
            CROSS JOIN LATERAL (
                SELECT * FROM item_ledger_entry o WHERE o.item_id = named.item_id AND o.entry_no = named.entry_no OFFSET 0) AS e""";

    private static final String ALL_ENTRIES = "SELECT " + EntryReader.ENTRY_COLUMNS
            + " FROM item_ledger_entry e WHERE e.item_id = ANY (?::bigint[])";
    private static final String ALL_VALUES = "SELECT " + EntryReader.VALUE_COLUMNS
            + " FROM value_entry v WHERE v.item_id = ANY (?::bigint[])";
    private static final String ALL_APPLICATIONS = "SELECT " + EntryReader.APPLICATION_COLUMNS
            + " FROM item_application a WHERE a.item_id = ANY (?::bigint[]) AND a.outbound_entry_no IS NOT NULL"
            + " AND a.removed_by_register_no IS NULL";

    /**
     * Few rows of large tables: by index whatever the statistics say, which a young company does not have yet, and planned once
     * for a session, whatever the arrays hold. Where several indexes could do, the statement asks for the order of the right one, and
     * without sorting there is no other way to it. Until the transaction ends.
     */
    private static final String BY_INDEX = """
            SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                set_config('enable_bitmapscan', 'off', true), set_config('enable_hashagg', 'off', true),
                set_config('enable_sort', 'off', true)""";

    private final LedgerKeys keys;
    private final BooleanSupplier holds;
    private final EntryReader reader;
    private final List<LoadedEntry> entries = new ArrayList<>();
    private final List<LoadedValue> values = new ArrayList<>();
    private final List<LoadedApplication> applications = new ArrayList<>();
    private final Balances balances;
    private final LastDecreases decreases;

    /** @param holds asked when rows come in; where it says no they are passed over, because the keys are not the right ones */
    BooksQuery(LedgerKeys keys, BooleanSupplier holds) {
        this.keys = keys;
        this.holds = holds;
        this.reader = new EntryReader(keys);
        this.balances = new Balances(keys);
        this.decreases = new LastDecreases(keys);
    }

    /** To be asked first in a round trip of a posting. */
    static void planOnce(RoundTrip trip) {
        trip.update(BY_INDEX);
    }

    /**
     * Adds the questions to a round trip.
     *
     * @param asking the keys as they are known before the round trip
     */
    void ask(RoundTrip trip, Collection<BookRequest> requests, LedgerKeys asking) {
        trip.query(ENTRIES, row -> {
                    if (holds.getAsBoolean()) {
                        entries.add(reader.entry(row));
                    }
                }, EntrySelection.parameters(requests, asking))
                .query(VALUES, row -> {
                    if (holds.getAsBoolean()) {
                        values.add(reader.value(row));
                    }
                })
                .query(APPLICATIONS, row -> {
                    if (holds.getAsBoolean()) {
                        applications.add(reader.application(row));
                    }
                });
        balances.ask(trip, requests, requests.stream().map(request -> asking.item(request.item())).toList(), holds);
        decreases.ask(trip, requests, asking, holds);
    }

    /** What was asked for, after the round trip, and what was last issued of whatever may be out of stock after a posting. */
    Map<ItemNo, ItemBook> books(DSLContext dsl, Collection<BookRequest> requests, Map<ItemNo, LockedItem> items) {
        var keptApartFrom = new HashMap<Long, LocalDate>();
        for (var request : requests) {
            if (card(items, request.item()).facts().method().isAverage()) {
                keptApartFrom.put(keys.item(request.item()), request.balancesFrom());
            }
        }
        balances.subtract(entries, values, keptApartFrom);
        var books = books(items, requests.stream().map(BookRequest::item).toList());
        decreases.tell(dsl, requests, books);
        return books;
    }

    /**
     * Adds the question from when entries count, which needs no books: the database's side of {@link BookedEntry#valuationDate()}.
     *
     * @param earliest takes the earliest date of each item
     */
    void askForValuationDates(RoundTrip trip, Map<ItemNo, Set<ItemLedgerEntryNo>> wanted, Map<ItemNo, LocalDate> earliest) {
        var itemKeys = new ArrayText();
        var numbers = new ArrayText();
        var items = new HashMap<Long, ItemNo>();
        wanted.forEach((item, named) -> {
            var key = keys.item(item);
            items.put(key, item);
            for (var entry : named) {
                itemKeys.add(key);
                numbers.add(entry.value());
            }
        });
        trip.query(VALUATION_DATES, row -> earliest.merge(items.get(row.getLong(1)), row.getObject(2, LocalDate.class),
                (one, other) -> other.isBefore(one) ? other : one), itemKeys, numbers);
    }

    /** Adds the questions for whole histories. */
    void askForHistories(RoundTrip trip, Collection<ItemNo> wanted) {
        var itemKeys = ArrayText.ofNumbers(wanted.stream().map(keys::item).toList());
        trip.query(ALL_ENTRIES, row -> entries.add(reader.entry(row)), itemKeys)
                .query(ALL_VALUES, row -> values.add(reader.value(row)), itemKeys)
                .query(ALL_APPLICATIONS, row -> applications.add(reader.application(row)), itemKeys);
    }

    /** An application counts where both of its sides are in the book: the cheaper side was asked for, the other is looked up here. */
    private static void load(ItemBook book, ItemApplication application) {
        if (book.find(application.inbound()).isPresent()) {
            book.load(application);
        }
    }

    private static LockedItem card(Map<ItemNo, LockedItem> items, ItemNo no) {
        var item = items.get(no);
        if (item == null) {
            throw new IllegalArgumentException("item " + no + " was not locked");
        }
        return item;
    }

    /** The books of items from what was read. */
    Map<ItemNo, ItemBook> books(Map<ItemNo, LockedItem> items, Collection<ItemNo> wanted) {
        var books = new LinkedHashMap<ItemNo, ItemBook>();
        var byKey = new HashMap<Long, ItemBook>();
        for (var no : wanted) {
            var item = card(items, no);
            var key = keys.item(no);
            var book = new ItemBook(item.facts(), new ItemCosts(item.card(), item.stockkeepingUnits()), item.points(), balances.of(key));
            books.put(no, book);
            byKey.put(key, book);
        }
        // The server would have to sort whole rows, which takes longer than reading them.
        values.sort(Comparator.comparing(loaded -> loaded.entry().no()));
        applications.sort(Comparator.comparing(loaded -> loaded.application().no()));
        entries.forEach(loaded -> bookOf(byKey, loaded.item()).load(loaded.entry(), loaded.state()));
        values.forEach(loaded -> bookOf(byKey, loaded.item()).load(loaded.entry(), loaded.state()));
        applications.forEach(loaded -> load(bookOf(byKey, loaded.item()), loaded.application()));
        return books;
    }

    private static ItemBook bookOf(Map<Long, ItemBook> books, long item) {
        var book = books.get(item);
        if (book == null) {
            throw new IllegalStateException("an entry of item key " + item + " was loaded, which was not asked for");
        }
        return book;
    }
}
