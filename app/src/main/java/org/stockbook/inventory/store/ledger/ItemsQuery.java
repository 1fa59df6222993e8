package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.stockbook.inventory.LockedItem;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Reads, and if wanted locks, what a posting needs of item cards: one round trip. */
final class ItemsQuery {
    /** Rows are locked in the order in which they are sorted. */
    private static final String ITEMS = """
            SELECT i.id, i.no, i.item_type, i.costing_method, i.indirect_cost_percentage, i.overhead_rate, i.inventory_value_zero,
                CASE i.prevent_negative_inventory
                    WHEN 'YES' THEN false WHEN 'NO' THEN true ELSE NOT s.prevent_negative_inventory END,
                c.allow_online_adjustment, c.unit_cost, c.standard_cost, c.last_direct_cost
            FROM item i JOIN item_cost c ON c.item_id = i.id CROSS JOIN inventory_setup s
            WHERE i.no = ANY (?::text[]) AND i.deleted_at IS NULL
            ORDER BY i.id""";
    private static final String LOCK = " FOR NO KEY UPDATE OF c";

    private static final String STOCKKEEPING_UNITS = """
            SELECT item_id, variant_id, location_id, unit_cost, standard_cost, last_direct_cost FROM stockkeeping_unit
            WHERE item_id IN (SELECT id FROM item WHERE no = ANY (?::text[]))""";
    private static final String POINTS = """
            SELECT item_id, variant_id, location_id, valuation_date FROM unadjusted_cost_point
            WHERE item_id IN (SELECT id FROM item WHERE no = ANY (?::text[]))""";

    private final LedgerKeys keys = new LedgerKeys();
    private final Map<Long, Card> cards = new LinkedHashMap<>();
    private final Map<Long, Map<Place, CostCard>> units = new HashMap<>();
    private final Map<Long, Set<EntryPoint>> points = new HashMap<>();

    static ItemsQuery run(DSLContext dsl, Collection<ItemNo> items, boolean lock) {
        var query = new ItemsQuery();
        var numbers = ArrayText.ofTexts(items.stream().map(ItemNo::code).distinct().toList());
        new RoundTrip()
                .query(lock ? ITEMS + LOCK : ITEMS, query::item, numbers)
                .query(LedgerKeys.QUERY, query.keys::read, numbers)
                .query(STOCKKEEPING_UNITS, query::unit, numbers)
                .query(POINTS, query::point, numbers)
                .run(dsl);
        return query;
    }

    LedgerKeys keys() {
        return keys;
    }

    Map<ItemNo, LockedItem> items() {
        var items = new LinkedHashMap<ItemNo, LockedItem>();
        cards.forEach((key, card) -> items.put(
                card.facts().item(),
                new LockedItem(
                        card.facts(),
                        card.costs(),
                        units.getOrDefault(key, Map.of()),
                        points.getOrDefault(key, Set.of()),
                        card.onlineAdjustment())));
        return items;
    }

    private void item(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var key = columns.number();
        var facts = new ItemFacts(
                new ItemNo(columns.text()),
                columns.label(ItemType.class),
                columns.label(CostingMethod.class),
                new Percentage(columns.decimal()),
                columns.unitCost(),
                columns.truth(),
                columns.truth());
        var onlineAdjustment = columns.truth();
        keys.addItem(key, facts.item());
        cards.put(key, new Card(facts, costs(columns), onlineAdjustment));
    }

    private void unit(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        units.computeIfAbsent(item, _ -> new HashMap<>())
                .put(keys.place(columns.number(), columns.number()), costs(columns));
    }

    private void point(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        points.computeIfAbsent(item, _ -> new HashSet<>())
                .add(new EntryPoint(keys.place(columns.number(), columns.number()), columns.date()));
    }

    private static CostCard costs(Columns columns) throws SQLException {
        return new CostCard(columns.unitCost(), columns.unitCost(), columns.unitCost());
    }

    private record Card(ItemFacts facts, CostCard costs, boolean onlineAdjustment) {}
}
