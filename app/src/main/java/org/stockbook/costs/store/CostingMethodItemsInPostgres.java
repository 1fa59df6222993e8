package org.stockbook.costs.store;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.STOCKKEEPING_UNIT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.costs.CostingMethodItems;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.database.jooq.tables.records.ItemRecord;

/** Items, and the copies that take their numbers. */
@Repository
class CostingMethodItemsInPostgres implements CostingMethodItems {
    private static final String FACTS = """
            SELECT i.costing_method::text, i.description, coalesce(t.serial_specific, false),
                NOT EXISTS (SELECT FROM unadjusted_cost_point p WHERE p.item_id = i.id),
                (SELECT min(e.entry_no) FROM item_ledger_entry e WHERE e.item_id = i.id AND e.is_open AND e.quantity < 0),
                NOT EXISTS (SELECT FROM item_ledger_entry e WHERE e.item_id = i.id AND e.is_open AND e.invoiced_quantity <> e.quantity),
                g.code, p.code
            FROM item i LEFT JOIN item_tracking_code t ON t.id = i.item_tracking_code_id
            JOIN inventory_posting_group g ON g.id = i.inventory_posting_group_id JOIN general_product_group p ON p.id = i.general_product_group_id
            WHERE i.no = ? AND i.item_type = 'INVENTORY' AND i.deleted_at IS NULL""";

    /** The value of a place is shared by quantity over its serial numbers; the last takes the rest. */
    private static final String STOCK = """
            WITH open AS (
                SELECT e.variant_id, e.location_id, e.serial_no, sum(e.remaining_quantity) AS quantity
                FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = ? AND e.is_open GROUP BY 1, 2, 3),
            shared AS (
                SELECT o.*, b.cost_amount_actual + b.cost_amount_expected AS value, sum(o.quantity) OVER (PARTITION BY o.variant_id, o.location_id) AS whole,
                    sum(o.quantity) OVER (PARTITION BY o.variant_id, o.location_id ORDER BY o.serial_no) AS so_far
                FROM open o JOIN inventory_balance b ON b.variant_id = o.variant_id AND b.location_id = o.location_id
                    AND b.item_id = (SELECT id FROM item WHERE no = ?))
            SELECT v.code, l.code, s.serial_no, s.quantity,
                round(s.value * s.so_far / s.whole, 2) - round(s.value * (s.so_far - s.quantity) / s.whole, 2)
            FROM shared s JOIN item_variant v ON v.id = s.variant_id JOIN location l ON l.id = s.location_id ORDER BY l.code, v.code, s.serial_no""";

    /** What belongs to the number rather than to the history goes with it. */
    private static final List<String> GO_WITH_THE_NUMBER = List.of(
            "item_reference", "item_vendor", "item_translation", "item_attribute_value", "item_picture", "purchase_price_list_line", "sales_price_list_line");

    private final DSLContext database;

    CostingMethodItemsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Facts> find(ItemNo item) {
        return database.resultQuery(FACTS, item.code()).fetchOptional(row -> new Facts(
                CostingMethod.valueOf(row.get(0, String.class)), row.get(1, String.class), row.get(2, Boolean.class), row.get(3, Boolean.class),
                Optional.ofNullable(row.get(4, Long.class)), row.get(5, Boolean.class),
                new PostingGroups(new InventoryGroup(row.get(6, String.class)), BusinessGroup.BLANK, new ProductGroup(row.get(7, String.class)))));
    }

    @Override
    public List<Stock> stock(ItemNo item) {
        return database.fetch(STOCK, item.code(), item.code()).map(row -> new Stock(
                new Place(new VariantCode(row.get(0, String.class)), new LocationCode(row.get(1, String.class))), new SerialNo(row.get(2, String.class)),
                Quantity.of(row.get(3, BigDecimal.class)), Amount.of(row.get(4, BigDecimal.class))));
    }

    @Override
    public void replace(Replacement replacement, String user) {
        var item = replacement.item();
        var standardCost = replacement.standardCost();
        var old = database.selectFrom(ITEM).where(ITEM.NO.eq(item.code())).fetchSingle();
        database.execute("UPDATE item SET no = ?, gtin = '', blocked = true, changed_by = ?, changed_at = now(), version = version + 1 WHERE id = ?",
                replacement.oldNumber().code(), user, old.getId());
        var copy = copyOf(old, item, replacement.method(), user);
        var variants = copyVariants(old.getId(), copy);
        copyRows(old.getId(), copy, variants);
        database.execute("""
                UPDATE item_cost n SET unit_cost = CASE WHEN ?::numeric > 0 THEN ?::numeric ELSE o.unit_cost END, standard_cost = ?::numeric,
                    last_direct_cost = o.last_direct_cost FROM item_cost o WHERE n.item_id = ? AND o.item_id = ?""",
                standardCost.map(UnitCost::value).orElse(BigDecimal.ZERO), standardCost.map(UnitCost::value).orElse(BigDecimal.ZERO),
                standardCost.map(UnitCost::value).orElse(BigDecimal.ZERO), copy, old.getId());
        takeAlong(old.getId(), copy);
    }

    private long copyOf(ItemRecord old, ItemNo item, CostingMethod method, String user) {
        var copy = old.copy();
        copy.setNo(item.code());
        copy.setCostingMethod(org.stockbook.platform.database.jooq.enums.CostingMethod.valueOf(method.name()));
        copy.setChangedBy(user);
        copy.reset(ITEM.ID);
        return database.insertInto(ITEM).set(copy).returning(ITEM.ID).fetchSingle().getId();
    }

    /** Old keys of variants to new ones; the blank variant is everybody's. */
    private Map<Long, Long> copyVariants(long old, long copy) {
        var variants = new HashMap<Long, Long>(Map.of(0L, 0L));
        for (var variant : database.selectFrom(ITEM_VARIANT).where(ITEM_VARIANT.ITEM_ID.eq(old)).fetch()) {
            var twin = variant.copy();
            twin.setItemId(copy);
            twin.reset(ITEM_VARIANT.ID);
            variants.put(variant.getId(), database.insertInto(ITEM_VARIANT).set(twin).returning(ITEM_VARIANT.ID).fetchSingle().getId());
        }
        return variants;
    }

    private void copyRows(long old, long copy, Map<Long, Long> variants) {
        database.selectFrom(ITEM_UNIT_OF_MEASURE).where(ITEM_UNIT_OF_MEASURE.ITEM_ID.eq(old)).forEach(unit -> {
            var twin = unit.copy();
            twin.setItemId(copy);
            twin.setUnitOfMeasureId(unit.getUnitOfMeasureId());
            twin.reset(ITEM_UNIT_OF_MEASURE.ID);
            database.insertInto(ITEM_UNIT_OF_MEASURE).set(twin).onConflictDoNothing().execute();
        });
        database.selectFrom(STOCKKEEPING_UNIT).where(STOCKKEEPING_UNIT.ITEM_ID.eq(old)).forEach(unit -> {
            var twin = unit.copy();
            twin.setItemId(copy);
            twin.setVariantId(variants.getOrDefault(unit.getVariantId(), 0L));
            twin.reset(STOCKKEEPING_UNIT.ID);
            database.insertInto(STOCKKEEPING_UNIT).set(twin).execute();
        });
    }

    /** Rows that name no variant follow the number; the others stay with the variant of the history. */
    private void takeAlong(long old, long copy) {
        for (var table : GO_WITH_THE_NUMBER) {
            var columns = database.fetch("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema AND table_name = ?", table)
                    .map(row -> row.get(0, String.class));
            if (columns.contains("item_id")) {
                var item = DSL.field(DSL.name("item_id"), Long.class);
                var withoutVariant = columns.contains("variant_id")
                        ? DSL.coalesce(DSL.field(DSL.name("variant_id"), Long.class), 0L).eq(0L)
                        : DSL.noCondition();
                database.update(DSL.table(DSL.name(table))).set(item, copy).where(item.eq(old)).and(withoutVariant).execute();
            }
        }
    }
}
