package org.stockbook.items.store;

import static org.stockbook.platform.database.jooq.Tables.INVENTORY_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.ITEM_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TRACKING_CODE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.STOCKKEEPING_UNIT;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.items.ItemUse;

/** How items are used: one query for many. */
@Component
class ItemUseInPostgres implements ItemUse {
    private final DSLContext database;

    ItemUseInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Map<String, Use> of(Collection<String> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var entries = exists(ITEM_LEDGER_ENTRY.ITEM_ID.eq(ITEM.ID));
        var open = exists(ITEM_LEDGER_ENTRY.ITEM_ID.eq(ITEM.ID).and(ITEM_LEDGER_ENTRY.IS_OPEN));
        var journal = DSL.field(DSL.exists(DSL.selectOne().from(JOURNAL_LINE).where(JOURNAL_LINE.ITEM_NO.eq(ITEM.NO))));
        var stockkeepingUnits = DSL.field(DSL.exists(DSL.selectOne().from(STOCKKEEPING_UNIT).where(STOCKKEEPING_UNIT.ITEM_ID.eq(ITEM.ID))));
        var base = unit(ITEM.BASE_UNIT_OF_MEASURE_ID);
        var sales = unit(ITEM.SALES_UNIT_OF_MEASURE_ID);
        var purchase = unit(ITEM.PURCHASE_UNIT_OF_MEASURE_ID);
        var putAway = unit(ITEM.PUT_AWAY_UNIT_OF_MEASURE_ID);
        return database.select(ITEM.NO, entries, open, journal, stockkeepingUnits, ITEM_COST.COST_IS_ADJUSTED, base, sales, purchase, putAway)
                .from(ITEM)
                .join(ITEM_COST).on(ITEM_COST.ITEM_ID.eq(ITEM.ID))
                .where(ITEM.NO.in(items))
                .fetchMap(row -> row.value1(), row -> new Use(row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7(),
                        Stream.of(row.value8(), row.value9(), row.value10()).filter(code -> !code.isEmpty()).collect(Collectors.toSet())));
    }

    private static Field<Boolean> exists(Condition condition) {
        return DSL.field(DSL.exists(DSL.selectOne().from(ITEM_LEDGER_ENTRY).where(condition)));
    }

    private static Field<String> unit(Field<Long> key) {
        return DSL.coalesce(DSL.field(DSL.select(UNIT_OF_MEASURE.CODE).from(UNIT_OF_MEASURE).where(UNIT_OF_MEASURE.ID.eq(key))), DSL.inline(""));
    }

    @Override
    public Defaults defaults() {
        return database.select(INVENTORY_SETUP.DEFAULT_COSTING_METHOD, NUMBER_SERIES.CODE)
                .from(INVENTORY_SETUP)
                .leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(INVENTORY_SETUP.ITEM_NUMBER_SERIES_ID))
                .fetchSingle(row -> new Defaults(row.value1().getLiteral().toLowerCase(Locale.ROOT), Optional.ofNullable(row.value2()).orElse("")));
    }

    @Override
    public Set<String> taken(Collection<String> numbers) {
        return database.select(ITEM.NO).from(ITEM).where(ITEM.NO.in(numbers)).fetchSet(ITEM.NO);
    }

    @Override
    public Map<String, Map<String, ItemUnit>> units(Collection<String> items) {
        var units = new HashMap<String, Map<String, ItemUnit>>();
        if (!items.isEmpty()) {
            database.select(ITEM.NO, UNIT_OF_MEASURE.CODE, ITEM_UNIT_OF_MEASURE.QUANTITY_PER_UNIT, ITEM_UNIT_OF_MEASURE.QUANTITY_ROUNDING_PRECISION)
                    .from(ITEM_UNIT_OF_MEASURE)
                    .join(ITEM).on(ITEM.ID.eq(ITEM_UNIT_OF_MEASURE.ITEM_ID))
                    .join(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM_UNIT_OF_MEASURE.UNIT_OF_MEASURE_ID))
                    .where(ITEM.NO.in(items))
                    .forEach(row -> units.computeIfAbsent(row.value1(), _ -> new HashMap<>()).put(row.value2(), new ItemUnit(row.value3(), row.value4())));
        }
        return units;
    }

    @Override
    public Map<String, String> categories() {
        var parent = ITEM_CATEGORY.as("parent");
        return database.select(ITEM_CATEGORY.CODE, DSL.coalesce(parent.CODE, DSL.inline("")))
                .from(ITEM_CATEGORY)
                .leftJoin(parent).on(parent.ID.eq(ITEM_CATEGORY.PARENT_ID))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    @Override
    public Set<String> serialSpecificTrackingCodes() {
        return database.select(ITEM_TRACKING_CODE.CODE).from(ITEM_TRACKING_CODE).where(ITEM_TRACKING_CODE.SERIAL_SPECIFIC).fetchSet(ITEM_TRACKING_CODE.CODE);
    }
}
