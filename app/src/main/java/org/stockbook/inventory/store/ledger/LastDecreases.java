package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.stockbook.inventory.BookRequest;
import org.stockbook.kernel.book.DecreaseOutside;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/**
 * The decreases that give the unit cost of what may be out of stock after a posting: the last one of the item and of each of its
 * stockkeeping units, average items also the last one that was valued at the average. Asked only for items whose stock may come
 * to nothing; every step goes back by valuation date and number, place by place, until one is found.
 */
final class LastDecreases {
    private static final String STATEMENT = """
            SELECT d.item_id, d.entry_no, d.variant_id, d.location_id, d.valuation_date, d.valued_by_average_cost, c.cost, d.quantity
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[]) AS w (item_id, variant_id, location_id, by_average)
            CROSS JOIN LATERAL (
                SELECT of_place.* FROM inventory_balance b
                JOIN location l ON l.id = b.location_id JOIN item_variant i ON i.id = b.variant_id
                CROSS JOIN LATERAL (
                    SELECT v.item_id, e.entry_no, e.variant_id, e.location_id, v.valuation_date, v.valued_by_average_cost, e.quantity
                    FROM value_entry v JOIN item_ledger_entry e ON e.item_id = v.item_id AND e.entry_no = v.item_ledger_entry_no
                    WHERE v.item_id = b.item_id AND v.location_id = b.location_id AND v.variant_id = b.variant_id
                        AND e.quantity < 0 AND NOT e.correction AND NOT e.drop_shipment
                        AND (v.valued_by_average_cost OR NOT w.by_average)
                    ORDER BY v.valuation_date DESC, v.item_ledger_entry_no DESC LIMIT 1) AS of_place
                WHERE b.item_id = w.item_id
                    AND (w.location_id < 0 OR (b.location_id = w.location_id AND b.variant_id = w.variant_id))
                ORDER BY of_place.valuation_date DESC, l.code DESC, i.code DESC, of_place.entry_no DESC LIMIT 1) AS d
            CROSS JOIN LATERAL (
                SELECT sum(v.cost_amount_actual + v.cost_amount_expected) AS cost FROM value_entry v
                WHERE v.item_id = d.item_id AND v.item_ledger_entry_no = d.entry_no) AS c""";
    private static final long ANYWHERE = -1;

    private final LedgerKeys keys;
    private final Map<Long, ItemBook> books = new HashMap<>();
    private final ArrayText items = new ArrayText();
    private final ArrayText variants = new ArrayText();
    private final ArrayText locations = new ArrayText();
    private final ArrayText averages = new ArrayText();

    private LastDecreases(LedgerKeys keys) {
        this.keys = keys;
    }

    /** Tells the books that may need them what their last decreases outside are. */
    static void tell(DSLContext dsl, LedgerKeys keys, Collection<BookRequest> requests, Map<ItemNo, ItemBook> loaded) {
        var question = new LastDecreases(keys);
        for (var request : requests) {
            var book = loaded.get(request.item());
            if (book != null && !book.facts().method().isStandard() && book.facts().isStocked()) {
                question.ask(book, request);
            }
        }
        if (!question.books.isEmpty()) {
            new RoundTrip()
                    .query(STATEMENT, question::answer, question.items, question.variants, question.locations, question.averages)
                    .run(dsl);
        }
    }

    private void ask(ItemBook book, BookRequest request) {
        var item = keys.item(book.facts().item());
        if (mayBeEmptied(book, request, _ -> true)) {
            add(item, ANYWHERE, ANYWHERE, book);
        }
        for (var place : book.costs().stockkeepingUnits().keySet()) {
            if (mayBeEmptied(book, request, place::equals)) {
                add(item, keys.variant(item, place.variant()), keys.location(place.location()), book);
            }
        }
    }

    private static boolean mayBeEmptied(ItemBook book, BookRequest request, Predicate<Place> places) {
        var left = Quantity.ZERO;
        var taken = Quantity.ZERO;
        for (var balance : book.balances()) {
            left = places.test(balance.place()) ? left.plus(balance.quantity()) : left;
        }
        for (var sums : book.sums().entrySet()) {
            left = places.test(sums.getKey()) ? left.plus(sums.getValue().quantity()) : left;
        }
        for (var leaving : request.leaving().entrySet()) {
            taken = places.test(leaving.getKey()) ? taken.plus(leaving.getValue()) : taken;
        }
        var onlyComesIn = left.isZero() && taken.isZero() && request.named().isEmpty();
        return !onlyComesIn && !left.minus(taken).isPositive();
    }

    private void add(long item, long variant, long location, ItemBook book) {
        books.put(item, book);
        put(item, variant, location, false);
        if (book.facts().method().isAverage()) {
            put(item, variant, location, true);
        }
    }

    private void put(long item, long variant, long location, boolean byAverage) {
        items.add(item);
        variants.add(variant);
        locations.add(location);
        averages.add(byAverage);
    }

    private void answer(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var book = books.get(columns.number());
        if (book != null) {
            var no = new ItemLedgerEntryNo(columns.number());
            var place = keys.place(columns.number(), columns.number());
            var date = columns.date();
            var byAverage = columns.truth();
            var cost = columns.amount();
            book.know(new DecreaseOutside(no, place, date, byAverage, cost.per(columns.quantity())));
        }
    }
}
