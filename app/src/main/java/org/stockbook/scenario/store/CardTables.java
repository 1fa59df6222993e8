package org.stockbook.scenario.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.play.Cards;
import org.stockbook.scenario.play.StockCard;

/** Items, their units, variants, stockkeeping units and costs in the tables of a company. */
final class CardTables {
    private final DSLContext dsl;
    private final Map<ItemNo, Written> written = new HashMap<>();
    private final Map<String, Boolean> locations = new HashMap<>();

    CardTables(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What of a card is in the tables. */
    private record Written(
            ItemFacts facts, InventoryGroup inventory, ProductGroup product, UnitCost unitPrice, Map<String, UnitFactor> units, Set<String> variants) {
        Written renamed(ItemNo newNo) {
            return new Written(
                    new ItemFacts(
                            newNo, facts.type(), facts.method(), facts.indirectCost(), facts.overheadRate(), facts.valueZero(),
                            facts.mayGoNegative()),
                    inventory, product, unitPrice, units, variants);
        }

        static Written of(StockCard card) {
            return new Written(
                    card.facts(), card.inventoryGroup(), card.productGroup(), card.unitPrice(), Map.copyOf(card.units()), Set.copyOf(card.variants()));
        }
    }

    /** The tables hold these cards already. */
    void assume(Cards cards) {
        cards.items().forEach(card -> written.put(card.no(), Written.of(card)));
        locations.putAll(cards.locations());
    }

    void keep(Cards cards) {
        cards.locations().forEach(this::keepLocation);
        for (var card : cards.items()) {
            var now = Written.of(card);
            if (!now.equals(written.put(card.no(), now))) {
                write(card);
            }
        }
    }

    private void keepLocation(String code, boolean inTransit) {
        var before = locations.put(code, inTransit);
        if (before == null || before != inTransit) {
            dsl.execute(
                    "INSERT INTO location (code, in_transit) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET in_transit = excluded.in_transit",
                    code, inTransit);
        }
    }

    /** What a scenario deletes has no entries; what hangs on it goes with it. */
    void delete(MasterData data) {
        switch (data) {
            case MasterData.Item item -> {
                var ofItem = " WHERE item_id = (SELECT id FROM item WHERE no = ?)";
                for (var table : List.of("stockkeeping_unit", "item_variant", "item_cost")) {
                    dsl.execute("DELETE FROM " + table + ofItem, item.no());
                }
                dsl.execute("UPDATE item SET base_unit_of_measure_id = NULL WHERE no = ?", item.no());
                dsl.execute("DELETE FROM item_unit_of_measure" + ofItem, item.no());
                dsl.execute("DELETE FROM item WHERE no = ?", item.no());
                written.remove(new ItemNo(item.no()));
            }
            case MasterData.ItemUnit unit -> dsl.execute(
                    """
                    DELETE FROM item_unit_of_measure WHERE item_id = (SELECT id FROM item WHERE no = ?)
                        AND unit_of_measure_id = (SELECT id FROM unit_of_measure WHERE code = ?)""",
                    unit.itemNo(), unit.code());
            case MasterData.ItemVariant variant -> dsl.execute(
                    "DELETE FROM item_variant WHERE item_id = (SELECT id FROM item WHERE no = ?) AND code = ?",
                    variant.itemNo(), variant.code());
            case MasterData.StockkeepingUnit unit -> dsl.execute(
                    """
                    DELETE FROM stockkeeping_unit k USING item i, item_variant v, location l
                    WHERE i.no = ? AND v.code = ? AND (v.id = 0 OR v.item_id = i.id) AND l.code = ?
                        AND k.item_id = i.id AND k.variant_id = v.id AND k.location_id = l.id""",
                    unit.itemNo(), unit.variantCode(), unit.locationCode());
            case MasterData.Location location -> {
                dsl.execute("DELETE FROM location WHERE code = ?", location.code());
                locations.remove(location.code());
            }
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _, MasterData.SalesSetup _,
                    MasterData.AccountingPeriod _, MasterData.Currency _, MasterData.ExchangeRate _, MasterData.DefaultDimension _,
                    MasterData.InventoryPostingSetup _, MasterData.GeneralPostingSetup _, MasterData.OfProduction _ -> {}
        }
    }

    void rename(ItemNo item, ItemNo newNo) {
        dsl.execute("UPDATE item SET no = ? WHERE no = ?", newNo.code(), item.code());
        var card = written.remove(item);
        if (card != null) {
            written.put(newNo, card.renamed(newNo));
        }
    }

    private void write(StockCard card) {
        var facts = card.facts();
        dsl.execute(
                """
                INSERT INTO item (no, item_type, costing_method, indirect_cost_percentage, overhead_rate, inventory_value_zero,
                    general_product_group_id, inventory_posting_group_id, unit_price, item_tracking_code_id)
                VALUES (?, ?::item_type, ?::costing_method, ?, ?, ?, (SELECT id FROM general_product_group WHERE code = ?),
                    (SELECT id FROM inventory_posting_group WHERE code = ?), ?,
                    (SELECT id FROM item_tracking_code WHERE code = CASE ? WHEN 'SPECIFIC' THEN 'SERIAL' END))
                ON CONFLICT (no) DO UPDATE SET item_type = excluded.item_type, costing_method = excluded.costing_method,
                    indirect_cost_percentage = excluded.indirect_cost_percentage, overhead_rate = excluded.overhead_rate,
                    inventory_value_zero = excluded.inventory_value_zero,
                    general_product_group_id = excluded.general_product_group_id,
                    inventory_posting_group_id = excluded.inventory_posting_group_id, unit_price = excluded.unit_price,
                    item_tracking_code_id = excluded.item_tracking_code_id""",
                card.no().code(), facts.type().name(), facts.method().name(), facts.indirectCost().value(),
                facts.overheadRate().value(), facts.valueZero(), card.productGroup().code(),
                facts.isStocked() ? card.inventoryGroup().code() : "", card.unitPrice().value(),
                facts.method().name());
        card.units().forEach((unit, factor) -> writeUnit(card, unit, factor));
        card.variants().forEach(variant -> writeVariant(card.no(), variant));
    }

    private void writeUnit(StockCard card, String unit, UnitFactor factor) {
        dsl.execute("INSERT INTO unit_of_measure (code) VALUES (?) ON CONFLICT (code) DO NOTHING", unit);
        dsl.execute(
                """
                INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)
                SELECT i.id, u.id, ? FROM item i, unit_of_measure u WHERE i.no = ? AND u.code = ?
                ON CONFLICT (item_id, unit_of_measure_id) DO UPDATE SET quantity_per_unit = excluded.quantity_per_unit""",
                factor.value(), card.no().code(), unit);
        if (unit.equals(card.baseUnit())) {
            dsl.execute(
                    "UPDATE item SET base_unit_of_measure_id = (SELECT id FROM unit_of_measure WHERE code = ?) WHERE no = ?",
                    unit, card.no().code());
        }
    }

    private void writeVariant(ItemNo item, String variant) {
        dsl.execute(
                "INSERT INTO item_variant (item_id, code) SELECT id, ? FROM item WHERE no = ? ON CONFLICT (item_id, code) DO NOTHING",
                variant, item.code());
    }

    void changeCosts(ItemNo item, CostCard costs) {
        dsl.execute(
                """
                UPDATE item_cost SET unit_cost = ?, standard_cost = ?, last_direct_cost = ?
                WHERE item_id = (SELECT id FROM item WHERE no = ?)""",
                costs.unitCost().value(), costs.standardCost().value(), costs.lastDirectCost().value(), item.code());
    }

    void changeCosts(ItemNo item, Place place, CostCard costs) {
        if (!place.variant().isBlank()) {
            writeVariant(item, place.variant().code());
        }
        dsl.execute(
                """
                INSERT INTO stockkeeping_unit (item_id, variant_id, location_id, unit_cost, standard_cost, last_direct_cost)
                SELECT i.id, v.id, l.id, ?, ?, ? FROM item i, item_variant v, location l
                WHERE i.no = ? AND v.code = ? AND (v.id = 0 OR v.item_id = i.id) AND l.code = ?
                ON CONFLICT (item_id, variant_id, location_id) DO UPDATE SET unit_cost = excluded.unit_cost,
                    standard_cost = excluded.standard_cost, last_direct_cost = excluded.last_direct_cost""",
                costs.unitCost().value(), costs.standardCost().value(), costs.lastDirectCost().value(), item.code(),
                place.variant().code(), place.location().code());
    }
}
