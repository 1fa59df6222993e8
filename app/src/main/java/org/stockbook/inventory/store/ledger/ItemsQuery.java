package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.stockbook.platform.database.SetupVersion;

/** Reads, and if wanted locks, what a posting needs of item cards, and how far the setups have come: one round trip. */
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

    private static final String VARIANT = "VARIANT";
    private static final String UNIT = "UNIT";

    /** What hangs on the items: one statement with columns for all, since each of them mostly finds nothing. */
    private static final String BESIDE = """
            WITH wanted AS MATERIALIZED (SELECT ARRAY(SELECT id FROM item WHERE no = ANY (?::text[])) AS ids)
            SELECT 'VARIANT', v.item_id, v.id, 0::bigint, v.code, NULL::date, 0::numeric, 0::numeric, 0::numeric
            FROM item_variant v WHERE v.item_id = ANY ((SELECT ids FROM wanted)::bigint[])
            UNION ALL
            SELECT 'UNIT', s.item_id, s.variant_id, s.location_id, '', NULL, s.unit_cost, s.standard_cost, s.last_direct_cost
            FROM stockkeeping_unit s WHERE s.item_id = ANY ((SELECT ids FROM wanted)::bigint[])
            UNION ALL
            SELECT 'POINT', p.item_id, p.variant_id, p.location_id, '', p.valuation_date, 0, 0, 0
            FROM unadjusted_cost_point p WHERE p.item_id = ANY ((SELECT ids FROM wanted)::bigint[])""";

    private final LedgerKeys keys;
    private final Map<Long, Card> cards = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private SetupVersion setups = new SetupVersion("", 0);

    /** @param likely the setups that probably still hold */
    ItemsQuery(LedgerKeys.Setups likely) {
        this.keys = new LedgerKeys(likely);
    }

    /** The keys of items, for batch work that reads the setups anew each time. */
    static LedgerKeys keysOf(DSLContext dsl, Collection<ItemNo> items) {
        var query = new ItemsQuery(LedgerKeys.Setups.read(dsl));
        var trip = new RoundTrip();
        query.ask(trip, items, false);
        trip.run(dsl);
        return query.keys();
    }

    /** Adds the questions to a round trip; the setups are asked for after the items are locked. */
    void ask(RoundTrip trip, Collection<ItemNo> items, boolean lock) {
        var numbers = ArrayText.ofTexts(items.stream().map(ItemNo::code).distinct().toList());
        trip.query(lock ? ITEMS + LOCK : ITEMS, this::item, numbers)
                .query(SetupVersion.QUERY, row -> setups = SetupVersion.read(row))
                .query(BESIDE, this::beside, numbers);
    }

    SetupVersion setups() {
        return setups;
    }

    /** Items and variants as they were read; setups as they were likely to be. */
    LedgerKeys keys() {
        return keys;
    }

    /** @param known the keys with the setups as they are */
    Map<ItemNo, LockedItem> items(LedgerKeys known) {
        var unitsOf = new HashMap<Long, Map<Place, CostCard>>();
        units.forEach(unit -> unitsOf.computeIfAbsent(unit.item(), _ -> new HashMap<>())
                .put(known.place(unit.variant(), unit.location()), unit.costs()));
        var pointsOf = new HashMap<Long, Set<EntryPoint>>();
        points.forEach(point -> pointsOf.computeIfAbsent(point.item(), _ -> new HashSet<>())
                .add(new EntryPoint(known.place(point.variant(), point.location()), point.date())));
        var items = new LinkedHashMap<ItemNo, LockedItem>();
        cards.forEach((key, card) -> items.put(
                card.facts().item(),
                new LockedItem(
                        card.facts(),
                        card.costs(),
                        unitsOf.getOrDefault(key, Map.of()),
                        pointsOf.getOrDefault(key, Set.of()),
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

    private void beside(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var kind = columns.text();
        var item = columns.number();
        var variant = columns.number();
        var location = columns.number();
        var code = columns.text();
        var date = columns.date();
        if (kind.equals(VARIANT)) {
            keys.addVariant(item, variant, code);
        } else if (kind.equals(UNIT)) {
            units.add(new Unit(item, variant, location, costs(columns)));
        } else {
            points.add(new Point(item, variant, location, date));
        }
    }

    private static CostCard costs(Columns columns) throws SQLException {
        return new CostCard(columns.unitCost(), columns.unitCost(), columns.unitCost());
    }

    private record Card(ItemFacts facts, CostCard costs, boolean onlineAdjustment) {}

    private record Unit(long item, long variant, long location, CostCard costs) {}

    private record Point(long item, long variant, long location, LocalDate date) {}
}
