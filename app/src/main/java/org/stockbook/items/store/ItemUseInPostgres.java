package org.stockbook.items.store;

import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_HEADER;
import static org.stockbook.platform.database.jooq.Tables.DOCUMENT_LINE;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.ITEM_LEDGER_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TRACKING_CODE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.STOCKKEEPING_UNIT;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.items.ItemUse;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.platform.database.jooq.enums.ReplenishmentSystem;

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
        var facts = new EnumMap<Fact, Field<Boolean>>(Fact.class);
        facts.put(Fact.JOURNAL_LINES, exists(JOURNAL_LINE, JOURNAL_LINE.ITEM_NO.eq(ITEM.NO)));
        facts.put(Fact.DOCUMENT_LINES, exists(DOCUMENT_LINE, DOCUMENT_LINE.ITEM_ID.eq(ITEM.ID)));
        facts.put(Fact.PURCHASES, exists(DOCUMENT_LINE.join(DOCUMENT_HEADER).on(DOCUMENT_HEADER.ID.eq(DOCUMENT_LINE.DOCUMENT_HEADER_ID)),
                DOCUMENT_LINE.ITEM_ID.eq(ITEM.ID).and(DOCUMENT_HEADER.KIND.cast(String.class).in("PURCHASE_ORDER", "PURCHASE_RETURN_ORDER"))));
        facts.put(Fact.ENTRIES, entry(DSL.trueCondition()));
        facts.put(Fact.ENTRIES_OF_OPEN_YEAR, entry(DSL.condition(DSL.coalesce(DSL.field(DSL.select(ACCOUNTING_PERIOD.CLOSED).from(ACCOUNTING_PERIOD)
                .where(ACCOUNTING_PERIOD.STARTING_DATE.le(ITEM_LEDGER_ENTRY.POSTING_DATE))
                .orderBy(ACCOUNTING_PERIOD.STARTING_DATE.desc()).limit(1)), DSL.inline(false))).not()));
        facts.put(Fact.NOT_INVOICED, entry(DSL.condition(ITEM_LEDGER_ENTRY.COMPLETELY_INVOICED).not()));
        facts.put(Fact.OPEN_ENTRIES, entry(DSL.condition(ITEM_LEDGER_ENTRY.IS_OPEN)));
        facts.put(Fact.COST_NOT_ADJUSTED, DSL.field(DSL.condition(ITEM_COST.COST_IS_ADJUSTED).not()));
        facts.put(Fact.STOCKKEEPING_UNITS, exists(STOCKKEEPING_UNIT, STOCKKEEPING_UNIT.ITEM_ID.eq(ITEM.ID)));
        var kind = DSL.field(DSL.select(DOCUMENT_HEADER.KIND.cast(String.class)).from(DOCUMENT_LINE)
                .join(DOCUMENT_HEADER).on(DOCUMENT_HEADER.ID.eq(DOCUMENT_LINE.DOCUMENT_HEADER_ID)).where(DOCUMENT_LINE.ITEM_ID.eq(ITEM.ID)).limit(1)).as("kind");
        var base = unit(ITEM.BASE_UNIT_OF_MEASURE_ID).as("base");
        var others = List.of(unit(ITEM.SALES_UNIT_OF_MEASURE_ID).as("sales"), unit(ITEM.PURCHASE_UNIT_OF_MEASURE_ID).as("purchase"), unit(ITEM.PUT_AWAY_UNIT_OF_MEASURE_ID).as("putaway"));
        var selected = new ArrayList<Field<?>>(List.of(ITEM.NO, kind, base));
        selected.addAll(others);
        facts.forEach((fact, field) -> selected.add(field.as(fact.name())));
        return database.select(selected).from(ITEM).join(ITEM_COST).on(ITEM_COST.ITEM_ID.eq(ITEM.ID)).where(ITEM.NO.in(items)).fetchMap(row -> row.get(ITEM.NO),
                row -> new Use(facts.keySet().stream().filter(fact -> row.get(fact.name(), Boolean.class)).collect(Collectors.toSet()),
                        collection(Optional.ofNullable(row.get(kind)).orElse("")), row.get(base),
                        others.stream().map(row::get).filter(code -> !code.isEmpty()).collect(Collectors.toSet())));
    }

    private static Field<Boolean> entry(Condition condition) {
        return exists(ITEM_LEDGER_ENTRY, ITEM_LEDGER_ENTRY.ITEM_ID.eq(ITEM.ID).and(condition));
    }

    private static Field<Boolean> exists(TableLike<?> table, Condition condition) {
        return DSL.field(DSL.exists(DSL.selectOne().from(table).where(condition)));
    }

    /** SALES_ORDER is one of the salesOrders. */
    private static String collection(String kind) {
        var words = kind.toLowerCase(Locale.ROOT).split("_");
        return kind.isEmpty() ? "" : words[0] + Stream.of(words).skip(1).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining()) + "s";
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

    @Override
    public Map<String, Set<String>> unitsOnDocuments(Collection<String> items) {
        var units = new HashMap<String, Set<String>>();
        if (!items.isEmpty()) {
            database.selectDistinct(ITEM.NO, DOCUMENT_LINE.UNIT_OF_MEASURE_CODE).from(DOCUMENT_LINE).join(ITEM).on(ITEM.ID.eq(DOCUMENT_LINE.ITEM_ID))
                    .where(ITEM.NO.in(items)).and(DOCUMENT_LINE.QUANTITY.ne(DOCUMENT_LINE.QUANTITY_HANDLED))
                    .forEach(row -> units.computeIfAbsent(row.value1(), _ -> new HashSet<>()).add(row.value2()));
        }
        return units;
    }

    @Override
    public Map<VatGroups, Percentage> vatRates() {
        return database.select(VAT_BUSINESS_GROUP.CODE, VAT_PRODUCT_GROUP.CODE, VAT_POSTING_SETUP.VAT_PERCENTAGE).from(VAT_POSTING_SETUP)
                .join(VAT_BUSINESS_GROUP).on(VAT_BUSINESS_GROUP.ID.eq(VAT_POSTING_SETUP.VAT_BUSINESS_GROUP_ID))
                .join(VAT_PRODUCT_GROUP).on(VAT_PRODUCT_GROUP.ID.eq(VAT_POSTING_SETUP.VAT_PRODUCT_GROUP_ID))
                .fetchMap(row -> new VatGroups(row.value1(), row.value2()), row -> new Percentage(row.value3()));
    }

    @Override
    public Map<String, String> proposedVatGroups() {
        return database.select(GENERAL_PRODUCT_GROUP.CODE, VAT_PRODUCT_GROUP.CODE).from(GENERAL_PRODUCT_GROUP)
                .join(VAT_PRODUCT_GROUP).on(VAT_PRODUCT_GROUP.ID.eq(GENERAL_PRODUCT_GROUP.DEFAULT_VAT_PRODUCT_GROUP_ID)).where(VAT_PRODUCT_GROUP.ID.ne(0L))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    @Override
    public Map<StockkeepingKey, String> transferSources(Collection<String> items) {
        var source = LOCATION.as("source");
        return items.isEmpty() ? Map.of() : database.select(ITEM.NO, ITEM_VARIANT.CODE, LOCATION.CODE, source.CODE).from(STOCKKEEPING_UNIT)
                .join(ITEM).on(ITEM.ID.eq(STOCKKEEPING_UNIT.ITEM_ID)).join(ITEM_VARIANT).on(ITEM_VARIANT.ID.eq(STOCKKEEPING_UNIT.VARIANT_ID))
                .join(LOCATION).on(LOCATION.ID.eq(STOCKKEEPING_UNIT.LOCATION_ID)).join(source).on(source.ID.eq(STOCKKEEPING_UNIT.TRANSFER_FROM_LOCATION_ID))
                .where(ITEM.NO.in(items)).and(STOCKKEEPING_UNIT.REPLENISHMENT_SYSTEM.eq(ReplenishmentSystem.TRANSFER))
                .fetchMap(row -> new StockkeepingKey(row.value1(), row.value2(), row.value3()), row -> row.value4());
    }
}
