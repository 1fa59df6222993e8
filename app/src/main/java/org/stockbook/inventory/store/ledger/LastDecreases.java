package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
 * stockkeeping units, average items also the last one that was valued at the average. Every step goes back by valuation date and
 * number, place by place, until one is found, and none is taken where more is in stock than leaves. Each entry is looked up by its
 * whole key: joined freely, a plan made while the ledgers are empty goes through all entries of the item, and is kept for the session.
 * Those of whole items are asked for together with the books, those of units once it is known which ones there are.
 */
final class LastDecreases {
    private static final String STATEMENT = """
            SELECT d.item_id, d.entry_no, d.variant_id, d.location_id, d.valuation_date, d.valued_by_average_cost, c.cost, d.quantity
            FROM (
                SELECT u.* FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[], ?::numeric[])
                    AS u (item_id, variant_id, location_id, by_average, leaving)
                WHERE u.leaving >= (SELECT coalesce(sum(b.quantity), 0) FROM inventory_balance b WHERE b.item_id = u.item_id
                        AND (u.location_id < 0 OR (b.location_id = u.location_id AND b.variant_id = u.variant_id)))
                    AND (SELECT i.item_type = 'INVENTORY' AND i.costing_method <> 'STANDARD' AND (i.costing_method = 'AVERAGE' OR NOT u.by_average)
                        FROM item i WHERE i.id = u.item_id)
                OFFSET 0) AS w
            CROSS JOIN LATERAL (
                SELECT of_place.* FROM inventory_balance b
                JOIN location l ON l.id = b.location_id JOIN item_variant i ON i.id = b.variant_id
                CROSS JOIN LATERAL (
                    SELECT v.item_id, e.entry_no, e.variant_id, e.location_id, v.valuation_date, v.valued_by_average_cost, e.quantity
                    FROM value_entry v CROSS JOIN LATERAL (
                        SELECT * FROM item_ledger_entry o WHERE o.item_id = v.item_id AND o.entry_no = v.item_ledger_entry_no OFFSET 0) AS e
                    WHERE v.item_id = b.item_id AND v.location_id = b.location_id AND v.variant_id = b.variant_id
                        AND e.quantity < 0 AND NOT e.correction AND NOT e.drop_shipment
                        AND (v.valued_by_average_cost OR NOT w.by_average)
                    ORDER BY v.valuation_date DESC, v.item_ledger_entry_no DESC LIMIT 1) AS of_place
                WHERE b.item_id = w.item_id
                    AND (w.location_id < 0 OR (b.location_id = w.location_id AND b.variant_id = w.variant_id))
                ORDER BY of_place.valuation_date DESC, l.code DESC, i.code DESC, of_place.entry_no DESC LIMIT 1) AS d
            CROSS JOIN LATERAL (
                SELECT sum(v.cost_amount_actual + v.cost_amount_expected) AS cost FROM (
                    SELECT * FROM value_entry o WHERE o.item_id = d.item_id AND o.item_ledger_entry_no BETWEEN d.entry_no AND d.entry_no
                    ORDER BY o.item_ledger_entry_no, o.entry_no OFFSET 0) AS v) AS c""";
    private static final long ANYWHERE = -1;

    private final LedgerKeys keys;
    private final Map<Long, List<DecreaseOutside>> found = new HashMap<>();
    private final ArrayText items = new ArrayText();
    private final ArrayText variants = new ArrayText();
    private final ArrayText locations = new ArrayText();
    private final ArrayText averages = new ArrayText();
    private final ArrayText leaving = new ArrayText();
    private boolean isEmpty = true;

    /** @param keys for what is read */
    LastDecreases(LedgerKeys keys) {
        this.keys = keys;
    }

    /**
     * Asks for those of whole items within a round trip that also brings the books.
     *
     * @param asking the keys as they are known before the round trip
     * @param holds whether they turned out to be right
     */
    void ask(RoundTrip trip, Collection<BookRequest> requests, LedgerKeys asking, BooleanSupplier holds) {
        for (var request : requests) {
            var taken = request.leaving().values().stream().reduce(Quantity.ZERO, Quantity::plus);
            if (taken.isPositive() || !request.named().isEmpty()) {
                add(new Wanted(asking.item(request.item()), ANYWHERE, ANYWHERE), taken);
            }
        }
        ask(trip, holds);
    }

    private void ask(RoundTrip trip, BooleanSupplier holds) {
        if (!isEmpty) {
            trip.query(STATEMENT, row -> {
                if (holds.getAsBoolean()) {
                    answer(row);
                }
            }, items, variants, locations, averages, leaving);
        }
    }

    /** Tells the books that may need them what their last decreases outside are, after the round trip. */
    void tell(DSLContext dsl, Collection<BookRequest> requests, Map<ItemNo, ItemBook> loaded) {
        var ofUnits = new LastDecreases(keys);
        var asked = new ArrayList<ItemBook>();
        for (var request : requests) {
            var book = loaded.get(request.item());
            if (book != null && !book.facts().method().isStandard() && book.facts().isStocked()) {
                if (mayBeEmptied(book, request, _ -> true)) {
                    of(book).forEach(book::know);
                }
                ofUnits.addUnits(book, request);
                asked.add(book);
            }
        }
        if (!ofUnits.isEmpty) {
            var trip = new RoundTrip();
            ofUnits.ask(trip, () -> true);
            trip.run(dsl);
            asked.forEach(book -> ofUnits.of(book).forEach(book::know));
        }
    }

    private List<DecreaseOutside> of(ItemBook book) {
        return found.getOrDefault(keys.item(book.facts().item()), List.of());
    }

    private void addUnits(ItemBook book, BookRequest request) {
        var item = keys.item(book.facts().item());
        for (var place : book.costs().stockkeepingUnits().keySet()) {
            if (mayBeEmptied(book, request, place::equals)) {
                var taken = request.leaving().getOrDefault(place, Quantity.ZERO);
                add(new Wanted(item, keys.variant(item, place.variant()), keys.location(place.location())), taken);
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

    /** Of all items the last one, of average items also the last one at the average. */
    private void add(Wanted wanted, Quantity taken) {
        for (var byAverage : List.of(false, true)) {
            items.add(wanted.item());
            variants.add(wanted.variant());
            locations.add(wanted.location());
            averages.add(byAverage);
            leaving.add(taken.unscaled(), Quantity.SCALE);
        }
        isEmpty = false;
    }

    private void answer(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        var no = new ItemLedgerEntryNo(columns.number());
        var place = keys.place(columns.number(), columns.number());
        var date = columns.date();
        var byAverage = columns.truth();
        var cost = columns.amount();
        found.computeIfAbsent(item, _ -> new ArrayList<>()).add(new DecreaseOutside(no, place, date, byAverage, cost.per(columns.quantity())));
    }

    /** Of which item, or of which of its units. */
    private record Wanted(long item, long variant, long location) {}
}
