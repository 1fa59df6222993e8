package org.stockbook.journals.store;

import static org.stockbook.platform.database.jooq.tables.GlAccount.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.tables.Location.LOCATION;
import static org.stockbook.platform.database.jooq.tables.ReasonCode.REASON_CODE;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.inventory.LockedItem;
import org.stockbook.journals.lines.JournalCard;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Items, locations and reasons as journal lines need them: two round trips for any number of lines. */
@Repository
class JournalCardsInPostgres implements JournalCards {
    private static final String ITEMS = """
            SELECT i.no, i.description, coalesce(u.code, ''), i.blocked, i.sales_blocked, i.purchasing_blocked, i.variant_mandatory, i.unit_price,
                g.code, p.code, coalesce(t.serial_specific, false), coalesce(t.lot_specific, false)
            FROM item i
            JOIN inventory_posting_group g ON g.id = i.inventory_posting_group_id
            JOIN general_product_group p ON p.id = i.general_product_group_id
            LEFT JOIN unit_of_measure u ON u.id = i.base_unit_of_measure_id
            LEFT JOIN item_tracking_code t ON t.id = i.item_tracking_code_id
            WHERE i.no = ANY (?::text[]) AND i.deleted_at IS NULL""";
    private static final String UNITS = """
            SELECT i.no, u.code, iu.quantity_per_unit, iu.quantity_rounding_precision
            FROM item_unit_of_measure iu JOIN unit_of_measure u ON u.id = iu.unit_of_measure_id JOIN item i ON i.id = iu.item_id
            WHERE i.no = ANY (?::text[])""";
    private static final String VARIANTS = """
            SELECT i.no, v.code, v.blocked, v.sales_blocked, v.purchasing_blocked
            FROM item_variant v JOIN item i ON i.id = v.item_id WHERE i.no = ANY (?::text[])""";
    private static final String STOCK = """
            SELECT i.no, v.code, l.code, b.quantity
            FROM inventory_balance b JOIN item i ON i.id = b.item_id JOIN item_variant v ON v.id = b.variant_id JOIN location l ON l.id = b.location_id
            WHERE i.no = ANY (?::text[])""";
    private static final String SERIALS = """
            SELECT DISTINCT i.no, e.serial_no FROM item_ledger_entry e JOIN item i ON i.id = e.item_id
            WHERE e.serial_no = ANY (?::text[]) AND e.is_open AND e.quantity > 0""";

    private static final String INCREASES = """
            SELECT e.entry_no, i.no, v.code, l.code, e.quantity,
                (SELECT coalesce(sum(x.cost_amount_actual + x.cost_amount_expected), 0) FROM value_entry x
                 WHERE x.item_id = e.item_id AND x.item_ledger_entry_no = e.entry_no AND x.value_entry_type <> 'ROUNDING')
            FROM item_ledger_entry e JOIN item i ON i.id = e.item_id JOIN item_variant v ON v.id = e.variant_id JOIN location l ON l.id = e.location_id
            WHERE e.entry_no = ANY (?::bigint[]) AND e.quantity > 0""";
    private static final String STOCKED = """
            SELECT i.no FROM item i WHERE EXISTS (SELECT FROM inventory_balance b WHERE b.item_id = i.id) AND i.deleted_at IS NULL ORDER BY i.no""";

    private final DSLContext dsl;
    private final InventoryLedger ledger;

    JournalCardsInPostgres(DSLContext dsl, InventoryLedger ledger) {
        this.dsl = dsl;
        this.ledger = ledger;
    }

    @Override
    public Known of(Collection<String> items, InventoryPolicy policy) {
        var numbers = items.stream().filter(no -> !no.isEmpty()).map(ItemNo::new).distinct().toList();
        var locations = dsl.selectFrom(LOCATION).where(LOCATION.ID.ne(0L))
                .fetchMap(LOCATION.CODE, row -> new KnownLocation(row.getBlocked(), row.getInTransit()));
        var reasons = dsl.select(REASON_CODE.CODE).from(REASON_CODE).fetchSet(REASON_CODE.CODE);
        var cards = numbers.isEmpty() ? Map.<String, JournalCard>of() : new Cards(ledger.read(numbers).items()).load(numbers);
        return new Known(policy, cards, locations, reasons);
    }

    @Override
    public Map<ItemNo, Map<Place, Quantity>> stockOf(Collection<ItemNo> items) {
        var stock = new HashMap<ItemNo, Map<Place, Quantity>>();
        new RoundTrip()
                .query(STOCK, row -> stock.computeIfAbsent(new ItemNo(row.getString(1)), _ -> new HashMap<>()).put(
                        new Place(new VariantCode(row.getString(2)), new LocationCode(row.getString(3))), Quantity.of(row.getBigDecimal(4))), texts(items))
                .run(dsl);
        return stock;
    }

    private static ArrayText texts(Collection<ItemNo> items) {
        return ArrayText.ofTexts(items.stream().map(ItemNo::code).toList());
    }

    @Override
    public Set<Serial> onHand(Collection<Serial> serials) {
        var found = new HashSet<Serial>();
        new RoundTrip()
                .query(SERIALS, row -> found.add(new Serial(row.getString(1), row.getString(2))),
                        ArrayText.ofTexts(serials.stream().map(Serial::serial).distinct().toList()))
                .run(dsl);
        found.retainAll(Set.copyOf(serials));
        return found;
    }

    @Override
    public Map<Long, Increase> increases(Collection<Long> entries) {
        var found = new HashMap<Long, Increase>();
        if (!entries.isEmpty()) {
            new RoundTrip()
                    .query(INCREASES, row -> found.put(row.getLong(1), new Increase(new ItemNo(row.getString(2)),
                            new Place(new VariantCode(row.getString(3)), new LocationCode(row.getString(4))), Quantity.of(row.getBigDecimal(5)),
                            Amount.of(row.getBigDecimal(6)))), ArrayText.ofNumbers(entries))
                    .run(dsl);
        }
        return found;
    }

    @Override
    public List<ItemNo> stocked() {
        return dsl.fetch(STOCKED).map(row -> new ItemNo(row.get(0, String.class)));
    }

    @Override
    public Map<String, String> accountNames(Collection<String> accounts) {
        return dsl.select(GL_ACCOUNT.NO, GL_ACCOUNT.NAME).from(GL_ACCOUNT).where(GL_ACCOUNT.NO.in(accounts)).fetchMap(GL_ACCOUNT.NO, GL_ACCOUNT.NAME);
    }

    /** Cards being put together. */
    private final class Cards {
        private final Map<ItemNo, LockedItem> facts;
        private final Map<String, Map<String, JournalCard.Unit>> units = new HashMap<>();
        private final Map<String, Map<String, JournalCard.Variant>> variants = new HashMap<>();
        private final Map<String, JournalCard> cards = new HashMap<>();

        private Cards(Map<ItemNo, LockedItem> facts) {
            this.facts = facts;
        }

        private Map<String, JournalCard> load(Collection<ItemNo> items) {
            var numbers = texts(items);
            new RoundTrip().query(UNITS, this::unit, numbers).query(VARIANTS, this::variant, numbers).query(ITEMS, this::item, numbers).run(dsl);
            return cards;
        }

        private void unit(ResultSet row) throws SQLException {
            units.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                    .put(row.getString(2), new JournalCard.Unit(new UnitFactor(row.getBigDecimal(3)), row.getBigDecimal(4)));
        }

        private void variant(ResultSet row) throws SQLException {
            variants.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                    .put(row.getString(2), new JournalCard.Variant(new JournalCard.Blocks(row.getBoolean(3), row.getBoolean(4), row.getBoolean(5))));
        }

        private void item(ResultSet row) throws SQLException {
            var no = row.getString(1);
            var item = facts.get(new ItemNo(no));
            if (item == null) {
                return;
            }
            BigDecimal price = row.getBigDecimal(8);
            cards.put(no, new JournalCard(
                    item,
                    row.getString(2),
                    row.getString(3),
                    units.getOrDefault(no, Map.of()),
                    variants.getOrDefault(no, Map.of()),
                    new JournalCard.Blocks(row.getBoolean(4), row.getBoolean(5), row.getBoolean(6)),
                    switch (row.getString(7)) {
                        case "YES" -> Optional.of(true);
                        case "NO" -> Optional.of(false);
                        default -> Optional.empty();
                    },
                    price,
                    new PostingGroups(new InventoryGroup(row.getString(9)), BusinessGroup.BLANK, new ProductGroup(row.getString(10))),
                    new JournalCard.NumbersNeeded(row.getBoolean(11), row.getBoolean(12))));
        }
    }
}
