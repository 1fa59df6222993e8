package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** From when entries count, without reading their books: the database's side of {@link BookedEntry#valuationDate()}. */
final class ValuationDates {
    private static final String STATEMENT = """
            SELECT e.item_id, coalesce((
                SELECT v.valuation_date FROM value_entry v
                WHERE v.item_id = e.item_id AND v.item_ledger_entry_no BETWEEN e.entry_no AND e.entry_no
                    AND v.value_entry_type = 'DIRECT_COST' AND v.item_charge_id IS NULL
                ORDER BY v.item_ledger_entry_no DESC, v.entry_no DESC LIMIT 1), e.posting_date)
            FROM unnest(?::bigint[], ?::bigint[]) AS named (item_id, entry_no)
            CROSS JOIN LATERAL (
                SELECT * FROM item_ledger_entry o WHERE o.item_id = named.item_id AND o.entry_no = named.entry_no OFFSET 0) AS e""";

    private final LedgerKeys keys;
    private final Map<Long, ItemNo> items = new HashMap<>();
    private final Map<ItemNo, LocalDate> earliest = new TreeMap<>();

    ValuationDates(LedgerKeys keys) {
        this.keys = keys;
    }

    /** Adds the question to a round trip. */
    void ask(RoundTrip trip, Map<ItemNo, Set<ItemLedgerEntryNo>> entries) {
        var itemKeys = new ArrayText();
        var numbers = new ArrayText();
        entries.forEach((item, named) -> {
            var key = keys.item(item);
            items.put(key, item);
            for (var entry : named) {
                itemKeys.add(key);
                numbers.add(entry.value());
            }
        });
        trip.query(STATEMENT, row -> earliest.merge(items.get(row.getLong(1)), row.getObject(2, LocalDate.class),
                (one, other) -> other.isBefore(one) ? other : one), itemKeys, numbers);
    }

    /** The earliest date of each item, after the round trip. */
    Map<ItemNo, LocalDate> earliest() {
        return earliest;
    }
}
