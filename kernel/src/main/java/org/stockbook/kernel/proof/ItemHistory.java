package org.stockbook.kernel.proof;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueState;

/**
 * Every entry of one item, from the first to the last.
 *
 * @param entries in the order of writing
 * @param values in the order of writing
 * @param applications those that hold, in the order of writing; an increase's own row may be left out
 * @param adjusted nothing waits for cost adjustment
 */
public record ItemHistory(
        ItemFacts facts, List<Entry> entries, List<Value> values, List<ItemApplication> applications, boolean adjusted) {
    public ItemHistory {
        entries = List.copyOf(entries);
        values = List.copyOf(values);
        applications = List.copyOf(applications);
    }

    /** An item ledger entry as it stands. */
    public record Entry(ItemLedgerEntry entry, EntryState state) {}

    /** A value entry as it stands. */
    public record Value(ValueEntry entry, ValueState state) {}

    /** The history in a book that was loaded with every entry of its item. */
    public static ItemHistory of(ItemBook book) {
        var entries = new ArrayList<Entry>(book.entries().size());
        var values = new ArrayList<Value>(book.entries().size());
        var applications = new ArrayList<ItemApplication>();
        for (var booked : book.entries()) {
            entries.add(new Entry(booked.entry(), booked.state()));
            booked.values().forEach(value -> values.add(new Value(value.entry(), value.state())));
            applications.addAll(booked.feeding());
            applications.addAll(booked.costSources());
        }
        values.sort((one, other) -> one.entry().no().compareTo(other.entry().no()));
        applications.sort((one, other) -> one.no().compareTo(other.no()));
        return new ItemHistory(book.facts(), entries, values, applications, book.costIsAdjusted());
    }
}
