package org.stockbook.inventory.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;

/**
 * Which entries a posting needs, as one statement. Cost flows along applications, so from the entries that may change
 * everything downstream is reached, and of all these the direct sources are added. An average item passes its cost through
 * the pool instead: of it, what counts from a date on is taken, and applications that only track quantity are not followed.
 */
final class EntrySelection {
    static final String STATEMENT = """
            WITH RECURSIVE
            place AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[]) AS p (item_id, variant_id, location_id, leaving)),
            wanted AS (
                SELECT * FROM unnest(?::bigint[], ?::boolean[], ?::date[]) AS w (item_id, average, average_from)),
            open_increase AS (
                SELECT e.item_id, e.entry_no, e.remaining_quantity <= p.leaving AS may_be_used_up
                FROM place p JOIN item_ledger_entry e
                    ON e.item_id = p.item_id AND e.location_id = p.location_id AND e.variant_id = p.variant_id AND e.is_open
                WHERE e.quantity > 0),
            seed AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[]) AS named (item_id, entry_no)
                UNION
                SELECT e.item_id, e.entry_no FROM wanted w JOIN item_ledger_entry e ON e.item_id = w.item_id AND e.is_open
                WHERE e.quantity < 0
                UNION
                SELECT e.item_id, e.entry_no FROM wanted w JOIN item_ledger_entry e ON e.item_id = w.item_id AND e.to_adjust),
            reached (item_id, entry_no, derived) AS (
                SELECT item_id, entry_no, false FROM seed
                UNION
                SELECT r.item_id, receiver.entry_no, true
                FROM reached r CROSS JOIN LATERAL (
                    SELECT a.owner_entry_no AS entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.inbound_entry_no = r.entry_no AND a.quantity < 0
                        AND a.removed_by_register_no IS NULL AND (a.carries_cost OR r.derived OR (
                            SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                            WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                    UNION ALL
                    SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.outbound_entry_no = r.entry_no AND a.quantity > 0
                        AND a.removed_by_register_no IS NULL
                    UNION ALL
                    SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.transferred_from_entry_no = r.entry_no
                        AND a.removed_by_register_no IS NULL) AS receiver),
            member AS (
                SELECT item_id, entry_no FROM reached
                UNION
                SELECT v.item_id, v.item_ledger_entry_no FROM wanted w JOIN value_entry v
                    ON v.item_id = w.item_id AND v.valuation_date >= w.average_from
                WHERE w.average),
            source AS (
                SELECT DISTINCT m.item_id, giver.entry_no
                FROM member m CROSS JOIN LATERAL (
                    SELECT a.inbound_entry_no AS entry_no FROM item_application a
                    WHERE a.item_id = m.item_id AND a.outbound_entry_no = m.entry_no AND a.quantity < 0
                        AND a.removed_by_register_no IS NULL AND (a.carries_cost OR (
                            SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                            WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                    UNION ALL
                    SELECT unnest(ARRAY[a.outbound_entry_no, a.transferred_from_entry_no]) FROM item_application a
                    WHERE a.item_id = m.item_id AND a.inbound_entry_no = m.entry_no AND a.quantity > 0
                        AND a.outbound_entry_no IS NOT NULL AND a.removed_by_register_no IS NULL) AS giver
                WHERE giver.entry_no IS NOT NULL),
            may_need_rounding AS (
                SELECT item_id, entry_no FROM open_increase WHERE may_be_used_up
                UNION
                SELECT e.item_id, e.entry_no FROM source s JOIN item_ledger_entry e USING (item_id, entry_no)
                WHERE e.quantity > 0 AND NOT e.is_open),
            taker AS (
                SELECT a.item_id, a.outbound_entry_no AS entry_no
                FROM may_need_rounding n JOIN wanted w ON w.item_id = n.item_id AND NOT w.average
                JOIN item_application a ON a.item_id = n.item_id AND a.inbound_entry_no = n.entry_no AND a.quantity < 0
                    AND a.removed_by_register_no IS NULL),
            selected AS (
                SELECT item_id, entry_no FROM member
                UNION SELECT item_id, entry_no FROM open_increase
                UNION SELECT item_id, entry_no FROM source
                UNION SELECT item_id, entry_no FROM taker)
            SELECT %s FROM selected JOIN item_ledger_entry e USING (item_id, entry_no) ORDER BY e.item_id, e.entry_no"""
            .formatted(EntryReader.ENTRY_COLUMNS);

    private final ArrayText placeItems = new ArrayText();
    private final ArrayText placeVariants = new ArrayText();
    private final ArrayText placeLocations = new ArrayText();
    private final ArrayText leaving = new ArrayText();
    private final ArrayText items = new ArrayText();
    private final ArrayText average = new ArrayText();
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
            selection.items, selection.average, selection.averageFrom, selection.namedItems, selection.namedEntries
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
        average.add(item.facts().method().isAverage());
        // Without a date no value entry is late enough.
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
