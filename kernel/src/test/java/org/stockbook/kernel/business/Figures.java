package org.stockbook.kernel.business;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** The books of an item as text, whatever numbers its entries have: two books with equal texts say the same. */
public final class Figures {
    private final Map<ItemLedgerEntryNo, Integer> entries = new HashMap<>();
    private final Map<ValueEntryNo, Integer> values = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private Figures(ItemBook book) {
        entries.put(ItemLedgerEntryNo.NONE, 0);
        values.put(ValueEntryNo.NONE, 0);
        book.entries().forEach(entry -> entries.put(entry.no(), entries.size()));
        book.entries().stream()
                .flatMap(entry -> entry.values().stream())
                .map(value -> value.entry().no())
                .sorted()
                .forEach(no -> values.put(no, values.size()));
        book.entries().forEach(this::add);
        Books.applications(book).forEach(row -> texts.add("application " + position(row.owner()) + "/" + position(row.inbound()) + "/"
                + position(row.outbound()) + " " + row.quantity() + " on " + row.postingDate() + " from " + position(row.transferredFrom())
                + (row.carriesCost() ? " with cost" : "")));
        texts.add("costs " + book.costs().card() + " not final " + book.points());
    }

    public static List<String> of(ItemBook book) {
        return List.copyOf(new Figures(book).texts);
    }

    private Integer position(ItemLedgerEntryNo no) {
        return entries.getOrDefault(no, -1);
    }

    private void add(BookedEntry entry) {
        var state = entry.state();
        texts.add("entry " + position(entry.no()) + " " + entry.entry().type() + " " + entry.quantity() + " at " + entry.place() + " on "
                + entry.postingDate() + " remaining " + state.remaining() + " invoiced " + state.invoiced()
                + (state.completelyInvoiced() ? " completely" : "") + " applies to " + position(state.appliesTo()) + " to return "
                + state.shippedNotReturned() + (state.toAdjust() ? " to adjust" : ""));
        entry.values().forEach(this::add);
    }

    private void add(BookedValue value) {
        var entry = value.entry();
        texts.add("  value " + values.get(entry.no()) + " " + entry.type() + " on " + entry.postingDate() + " from " + value.valuationDate()
                + " of " + entry.valuedQuantity() + " invoices " + entry.invoicedQuantity() + " cost " + entry.cost() + " each "
                + entry.costPerUnit() + " for " + values.getOrDefault(entry.appliesTo(), -1)
                + (value.isValuedByAverageCost() ? " by average" : ""));
    }
}
