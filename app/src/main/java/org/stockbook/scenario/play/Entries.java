package org.stockbook.scenario.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** All entries of a company as they stand now, found by number or by their ordinal in posting order. */
final class Entries {
    private final Map<ItemNo, ItemBook> books;
    private final TreeMap<ItemLedgerEntryNo, BookedEntry> entries = new TreeMap<>();
    private final TreeMap<ValueEntryNo, BookedValue> values = new TreeMap<>();
    private final List<ItemLedgerEntryNo> inOrder;
    private final Map<ItemLedgerEntryNo, Integer> ordinals = new HashMap<>();
    private final Map<ValueEntryNo, Integer> valueOrdinals = new HashMap<>();

    Entries(Map<ItemNo, ItemBook> books) {
        this.books = books;
        books.values().forEach(book -> book.entries().forEach(entry -> {
            entries.put(entry.no(), entry);
            entry.values().forEach(value -> values.put(value.entry().no(), value));
        }));
        inOrder = new ArrayList<>(entries.keySet());
        inOrder.forEach(no -> ordinals.put(no, ordinals.size() + 1));
        values.keySet().forEach(no -> valueOrdinals.put(no, valueOrdinals.size() + 1));
    }

    ItemBook book(ItemNo item) {
        var book = books.get(item);
        if (book == null) {
            throw new IllegalArgumentException("there is no item " + item);
        }
        return book;
    }

    /** The number of the entry with an ordinal; a number that no entry has where there are not so many. */
    ItemLedgerEntryNo number(int ordinal) {
        return ordinal >= 1 && ordinal <= inOrder.size()
                ? inOrder.get(ordinal - 1)
                : new ItemLedgerEntryNo(Long.MAX_VALUE);
    }

    int ordinal(ItemLedgerEntryNo no) {
        return ordinals.getOrDefault(no, 0);
    }

    int ordinal(ValueEntryNo no) {
        return valueOrdinals.getOrDefault(no, 0);
    }

    BookedEntry entry(ItemLedgerEntryNo no) {
        var entry = entries.get(no);
        if (entry == null) {
            throw new IllegalArgumentException("there is no entry " + no);
        }
        return entry;
    }

    Iterable<BookedEntry> all() {
        return entries.values();
    }

    Iterable<BookedValue> values() {
        return values.values();
    }
}
