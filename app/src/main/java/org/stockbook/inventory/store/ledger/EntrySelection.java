package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.Collection;
import org.stockbook.inventory.BookRequest;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;

/** Which entries a posting needs: the parameters of the database's own function for it. */
final class EntrySelection {
    /**
     * Chooses entries and keeps the choice on the server, for statements of the same round trip; to be followed by a join. Each row is
     * a single entry, or from the first to the last of an item where nearly all of them are needed.
     */
    static final String CHOOSING = """

            FROM entries_for_posting(?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[], ?::boolean[], ?::bigint[], ?::date[], ?::bigint[],
                ?::bigint[]) AS l
            """;

    /** The entries chosen before, to be followed by a join. */
    static final String CHOSEN = """

            FROM unnest(current_setting('stockbook.items')::bigint[], current_setting('stockbook.first_entries')::bigint[],
                current_setting('stockbook.last_entries')::bigint[]) AS l (item_id, first_no, last_no)
            """;

    private final ArrayText placeItems = new ArrayText();
    private final ArrayText placeVariants = new ArrayText();
    private final ArrayText placeLocations = new ArrayText();
    private final ArrayText leaving = new ArrayText();
    private final ArrayText whole = new ArrayText();
    private final ArrayText items = new ArrayText();
    private final ArrayText averageFrom = new ArrayText();
    private final ArrayText namedItems = new ArrayText();
    private final ArrayText namedEntries = new ArrayText();

    private EntrySelection() {}

    /** The parameters of the statement, in their order. */
    static Object[] parameters(Collection<BookRequest> requests, LedgerKeys keys) {
        var selection = new EntrySelection();
        requests.forEach(request -> selection.add(request, keys));
        return new Object[] {
            selection.placeItems, selection.placeVariants, selection.placeLocations, selection.leaving, selection.whole,
            selection.items, selection.averageFrom, selection.namedItems, selection.namedEntries
        };
    }

    private void add(BookRequest request, LedgerKeys keys) {
        var key = keys.item(request.item());
        request.leaving().forEach((place, quantity) -> {
            placeItems.add(key);
            placeVariants.add(keys.variant(key, place.variant()));
            placeLocations.add(keys.location(place.location()));
            leaving.add(quantity.unscaled(), Quantity.SCALE);
            whole.add(request.allLayers());
        });
        items.add(key);
        if (request.entriesFrom().equals(LocalDate.MAX)) {
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
