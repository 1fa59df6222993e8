package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;

/** Which entries a posting needs: the parameters of the database's own function for it. */
final class EntrySelection {
    static final String STATEMENT = """
            SELECT %s
            FROM entries_for_posting(?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[], ?::bigint[], ?::date[], ?::bigint[], ?::bigint[]) AS s
            JOIN item_ledger_entry e ON e.item_id = s.item_id AND e.entry_no = s.entry_no
            ORDER BY e.item_id, e.entry_no"""
            .formatted(EntryReader.ENTRY_COLUMNS);

    private final ArrayText placeItems = new ArrayText();
    private final ArrayText placeVariants = new ArrayText();
    private final ArrayText placeLocations = new ArrayText();
    private final ArrayText leaving = new ArrayText();
    private final ArrayText items = new ArrayText();
    private final ArrayText averageFrom = new ArrayText();
    private final ArrayText namedItems = new ArrayText();
    private final ArrayText namedEntries = new ArrayText();

    private EntrySelection() {}

    /** The parameters of the statement, in their order. */
    static Object[] parameters(Collection<BookRequest> requests, Map<ItemNo, LockedItem> items, LedgerKeys keys) {
        var selection = new EntrySelection();
        for (var request : requests) {
            var item = items.get(request.item());
            if (item == null) {
                throw new IllegalArgumentException("item " + request.item() + " was not locked");
            }
            selection.add(request, item, keys);
        }
        return new Object[] {
            selection.placeItems, selection.placeVariants, selection.placeLocations, selection.leaving,
            selection.items, selection.averageFrom, selection.namedItems, selection.namedEntries
        };
    }

    private void add(BookRequest request, LockedItem item, LedgerKeys keys) {
        var key = keys.item(request.item());
        request.leaving().forEach((place, quantity) -> {
            placeItems.add(key);
            placeVariants.add(keys.variant(key, place.variant()));
            placeLocations.add(keys.location(place.location()));
            leaving.add(quantity.unscaled(), Quantity.SCALE);
        });
        items.add(key);
        if (request.entriesFrom().equals(LocalDate.MAX) || !item.facts().method().isAverage()) {
            averageFrom.none();
        } else {
            averageFrom.add(request.entriesFrom());
        }
        for (var entry : request.named()) {
            namedItems.add(key);
            namedEntries.add(entry.value());
        }
    }
}
