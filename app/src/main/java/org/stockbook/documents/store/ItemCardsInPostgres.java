package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.ItemCards;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.ItemCard.Blocking;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Item cards for whoever moves goods by documents, in one round trip. */
@Repository
class ItemCardsInPostgres implements ItemCards {
    private static final String ITEMS = """
            SELECT i.no, i.item_type::text, i.blocked, %s, g.code, p.code, c.unit_cost, c.standard_cost, c.last_direct_cost,
                CASE WHEN i.variant_mandatory = 'NO' OR NOT EXISTS (SELECT FROM item_variant v WHERE v.item_id = i.id AND v.code <> '') THEN 'OPTIONAL'
                    WHEN i.variant_mandatory = 'YES' THEN 'NAMED' ELSE 'AS_THE_COMPANY_SAYS' END
            FROM item i JOIN item_cost c ON c.item_id = i.id JOIN inventory_posting_group g ON g.id = i.inventory_posting_group_id
            JOIN general_product_group p ON p.id = i.general_product_group_id
            WHERE i.no = ANY (?::text[])""";
    private static final String UNITS = """
            SELECT i.no, v.code, l.code, s.unit_cost, s.standard_cost, s.last_direct_cost
            FROM stockkeeping_unit s JOIN item i ON i.id = s.item_id JOIN item_variant v ON v.id = s.variant_id
            JOIN location l ON l.id = s.location_id WHERE i.no = ANY (?::text[])""";

    private final DSLContext dsl;

    ItemCardsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Map<ItemNo, ItemCard> read(Collection<ItemNo> items, Blocking here) {
        return read(dsl, items.stream().map(ItemNo::code).distinct().toList(), here);
    }

    /** @param here how an item is blocked on this side only; NONE where a side does not matter */
    static Map<ItemNo, ItemCard> read(DSLContext dsl, Collection<String> numbers, Blocking here) {
        var trip = new RoundTrip();
        var asked = ask(trip, numbers, here);
        trip.run(dsl);
        return asked.cards();
    }

    /** The same with what else is asked; there are cards once the round trip has run. */
    static Asked ask(RoundTrip trip, Collection<String> numbers, Blocking here) {
        var wanted = ArrayText.ofTexts(numbers);
        var asked = new Asked(new ArrayList<>(), new ArrayList<>(), here);
        var blockedHere = switch (here) {
            case PURCHASE -> "i.purchasing_blocked";
            case SALES -> "i.sales_blocked";
            case NONE, ALL -> "false";
        };
        trip.records(UNITS, asked.units::addAll, wanted);
        trip.records(ITEMS.formatted(blockedHere), asked.items::addAll, wanted);
        return asked;
    }

    /** Rows that are answered. */
    record Asked(List<Record> units, List<Record> items, Blocking here) {
        Map<ItemNo, ItemCard> cards() {
            var places = new HashMap<ItemNo, Map<Place, CostCard>>();
            units.forEach(row -> places
                    .computeIfAbsent(new ItemNo(row.get(0, String.class)), _ -> new HashMap<>())
                    .put(new Place(new VariantCode(row.get(1, String.class)), new LocationCode(row.get(2, String.class))), card(row, 3)));
            var cards = new LinkedHashMap<ItemNo, ItemCard>();
            for (var row : items) {
                var no = new ItemNo(row.get(0, String.class));
                cards.put(no, new ItemCard(
                        ItemType.valueOf(row.get(1, String.class)), blocking(row, here), new InventoryGroup(row.get(4, String.class)),
                        new ProductGroup(row.get(5, String.class)), card(row, 6), places.getOrDefault(no, Map.of()),
                        ItemCard.Variants.valueOf(row.get(9, String.class))));
            }
            return cards;
        }
    }

    private static Blocking blocking(Record row, Blocking here) {
        if (row.get(2, Boolean.class)) {
            return Blocking.ALL;
        }
        return row.get(3, Boolean.class) ? here : Blocking.NONE;
    }

    private static CostCard card(Record row, int first) {
        return new CostCard(cost(row, first), cost(row, first + 1), cost(row, first + 2));
    }

    private static UnitCost cost(Record row, int column) {
        return UnitCost.of(row.get(column, BigDecimal.class));
    }
}
