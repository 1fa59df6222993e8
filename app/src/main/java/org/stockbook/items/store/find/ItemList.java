package org.stockbook.items.store.find;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.ITEM_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_STOCK;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.stockbook.items.attributes.AttributeFilter;
import org.stockbook.items.attributes.ItemAttributes;
import org.stockbook.kernel.items.CategoryCode;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.rows.WholeRows;

/**
 * Items with what is on hand: searched by any word, restricted by attributes and by whole branches of categories, sorted by stock or by an
 * attribute. Each of these has a narrow table of its own, so that a page costs the same over a hundred items and a hundred thousand.
 */
final class ItemList implements WholeRows {
    private static final String WORDS = "words";
    private static final int SHORT_ANSWER = 20;
    private static final Set<String> SUMMED = Set.of("inventory", "inventoryValue");
    private static final List<String> FILTERS = List.of("attributes", "category");
    private static final String EXACT = """
            (SELECT id FROM item WHERE no = {0} AND deleted_at IS NULL) UNION ALL (SELECT id FROM item WHERE gtin = {0} AND gtin <> '' AND deleted_at IS NULL LIMIT {3})
            UNION ALL (SELECT item_id FROM item_reference WHERE reference_no = {0} LIMIT {3})""";
    private static final String BEGINNING = """
            SELECT id FROM item WHERE lower(no) LIKE {1} ESCAPE '!' AND deleted_at IS NULL ORDER BY lower(no) USING ~<~ LIMIT {3}""";
    private static final String HOLDING = "SELECT item_id FROM item_search WHERE {2} LIMIT {3}";

    private final DSLContext database;
    private final TableRows rows;
    private final ItemAttributes attributes;
    private final Field<String> shownValue = DSL.field(DSL.name("shown", "value"), String.class);

    ItemList(DSLContext database, ItemAttributes attributes, Map<String, Field<?>> ofRecords) {
        this.database = database;
        this.attributes = attributes;
        this.rows = new TableRows(database, this::from, fields(ofRecords), List.of(Sort.ascending("number")));
    }

    private Map<String, Field<?>> fields(Map<String, Field<?>> ofRecords) {
        var fields = new LinkedHashMap<String, Field<?>>(ofRecords);
        fields.put("description", ITEM.DESCRIPTION);
        fields.put("itemCategoryCode", ITEM_CATEGORY.CODE);
        fields.put("baseUnitOfMeasureCode", UNIT_OF_MEASURE.CODE);
        fields.put("vendorNumber", VENDOR.NO);
        fields.put("inventory", ITEM_STOCK.QUANTITY);
        fields.put("inventoryValue", ITEM_STOCK.COST_AMOUNT);
        fields.put("unitCost", ITEM_COST.UNIT_COST);
        fields.put("lastDirectCost", ITEM_COST.LAST_DIRECT_COST);
        fields.put("standardCost", ITEM_COST.STANDARD_COST);
        fields.put("attributeValue", shownValue);
        fields.put("attributeMissing", DSL.field("({0} is null)", Boolean.class, shownValue));
        fields.put("attributeNumber", DSL.field("coalesce({0}, {1} - date '0001-01-01', 0)", BigDecimal.class,
                DSL.field(DSL.name("shown", "numeric_value")), DSL.field(DSL.name("shown", "date_value"))));
        return fields;
    }

    /** Every join is on a key, so the database leaves out those that a page does not ask for. */
    private TableLike<?> from(RowRequest request) {
        var scope = request.scope();
        var wanted = ITEM.leftJoin(ITEM_COST).on(ITEM_COST.ITEM_ID.eq(ITEM.ID))
                .join(ITEM_STOCK).on(ITEM_STOCK.ITEM_ID.eq(ITEM.ID))
                .leftJoin(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM.BASE_UNIT_OF_MEASURE_ID))
                .leftJoin(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID))
                .leftJoin(VENDOR).on(VENDOR.ID.eq(ITEM.VENDOR_ID))
                .leftJoin(shown(scope.getOrDefault("attributeColumn", ""))).on(DSL.field(DSL.name("shown", "item_id"), Long.class).eq(ITEM.ID));
        var conditions = new ArrayList<Condition>();
        var words = scope.getOrDefault(WORDS, "");
        if (!words.isBlank() && request.top() <= SHORT_ANSWER && request.skip() == 0) {
            conditions.add(ITEM.ID.in(best(words, request.top())));
        } else if (!words.isBlank()) {
            conditions.add(ITEM.ID.in(DSL.select(DSL.field(DSL.name("item_id"), Long.class)).from(DSL.table(DSL.name("item_search"))).where(allWords(words))));
        }
        var filter = AttributeFilter.read(scope.getOrDefault("attributes", ""));
        if (!filter.isEmpty()) {
            conditions.add(AttributeConditions.of(filter, attributes.named(filter.stream().map(AttributeFilter.Condition::attribute).toList()), ITEM.ID));
        }
        Optional.ofNullable(scope.get("category")).filter(code -> !code.isBlank()).ifPresent(code -> conditions.add(ITEM_CATEGORY.CODE.in(
                attributes.tree().withDescendants(new CategoryCode(code.toUpperCase(Locale.ROOT))).stream().map(CategoryCode::code).toList())));
        conditions.add(ITEM.DELETED_AT.isNull());
        // A restriction without a table of its own: joined to a row that is always there.
        return wanted.join(DSL.selectOne().asTable("always")).on(DSL.and(conditions));
    }

    /**
     * The keys of the best hits, for a list under a field in which somebody types: exact numbers, then beginnings, then what holds the words.
     * The texts stand in the statement itself, so that the database plans for them and finds its indexes.
     */
    private List<Long> best(String words, int most) {
        var text = words.strip();
        var beginning = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var hits = new LinkedHashSet<Long>();
        for (var step : List.of(EXACT, BEGINNING, HOLDING)) {
            if (hits.size() < most) {
                database.fetch(step, DSL.inline(text.toUpperCase(Locale.ROOT)), DSL.inline(beginning), allWords(words), DSL.inline(most))
                        .forEach(row -> hits.add(row.get(0, Long.class)));
            }
        }
        return hits.stream().limit(most).toList();
    }

    private static Condition allWords(String words) {
        var column = DSL.field(DSL.name("words"), String.class);
        Condition all = DSL.noCondition();
        for (var word : words.strip().split("\\s+")) {
            all = all.and(column.like(DSL.inline(ItemNamesInPostgres.pattern(word)), '!'));
        }
        return all;
    }

    /** The value of the attribute that stands in the column; of none where nobody asked for one. */
    private Table<?> shown(String attribute) {
        var declared = attribute.isBlank() ? Optional.<ItemAttributes.Attribute>empty()
                : attributes.named(List.of(attribute)).values().stream().findFirst();
        return DSL.select(ITEM_HAS_ATTRIBUTE.ITEM_ID, ITEM_ATTRIBUTE_VALUE.VALUE, ITEM_ATTRIBUTE_VALUE.NUMERIC_VALUE, ITEM_ATTRIBUTE_VALUE.DATE_VALUE)
                .from(ITEM_HAS_ATTRIBUTE).join(ITEM_ATTRIBUTE_VALUE).on(ITEM_ATTRIBUTE_VALUE.ID.eq(ITEM_HAS_ATTRIBUTE.ITEM_ATTRIBUTE_VALUE_ID))
                .where(declared.map(one -> ITEM_HAS_ATTRIBUTE.ITEM_ATTRIBUTE_ID.eq(one.id())).orElseGet(DSL::falseCondition)).asTable("shown");
    }

    @Override
    public Rows read(RowRequest request) {
        var everything = request.criterion().equals(Criterion.EVERYTHING) && request.words().isBlank() && FILTERS.stream().allMatch(filter -> request.scope().getOrDefault(filter, "").isBlank());
        if (!everything || !SUMMED.containsAll(request.totals()) || request.totals().isEmpty()) {
            return rows.read(translated(request));
        }
        var page = rows.read(translated(request.totalling(Set.of())));
        return new Rows(page.rows(), page.count(), sums(request.totals()), page.last());
    }

    /** All items together: the narrow table alone is summed. */
    private Map<String, BigDecimal> sums(Set<String> wanted) {
        var sums = database.select(DSL.coalesce(DSL.sum(ITEM_STOCK.QUANTITY), BigDecimal.ZERO), DSL.coalesce(DSL.sum(ITEM_STOCK.COST_AMOUNT), BigDecimal.ZERO))
                .from(ITEM_STOCK).fetchSingle(row -> new HashMap<>(Map.of("inventory", row.value1(), "inventoryValue", row.value2())));
        sums.keySet().retainAll(wanted);
        return sums;
    }

    @Override
    public void stream(RowRequest request, Consumer<Row> receiver) {
        rows.stream(translated(request), receiver);
    }

    /** Words are searched where all names of an item stand together; items without a value come last in either direction. */
    private static RowRequest translated(RowRequest request) {
        var scope = new HashMap<>(request.scope());
        scope.put(WORDS, request.words());
        var order = new ArrayList<Sort>();
        request.order().forEach(sort -> {
            if (sort.column().equals("attributeValue")) {
                order.add(Sort.ascending("attributeMissing"));
                order.add(new Sort("attributeNumber", sort.descending()));
            }
            order.add(sort);
        });
        return request.searching("").within(scope).orderedBy(order);
    }
}
