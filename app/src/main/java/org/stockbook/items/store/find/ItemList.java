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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.stockbook.items.attributes.AttributeFilter;
import org.stockbook.items.attributes.ItemAttributes;
import org.stockbook.items.store.find.AttributeConditions.Need;
import org.stockbook.kernel.items.CategoryCode;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.rows.WholeRows;

/**
 * Items with what is on hand: searched by any word, restricted by attributes and by whole branches of categories, sorted by stock or by an
 * attribute. Each of these has a narrow table of its own, so that a page costs the same over a hundred items and a hundred thousand.
 */
final class ItemList implements WholeRows {
    private static final String WORDS = "words";
    private static final String MISSING = "attributeMissing";
    private static final String PART = "partOfAttribute";
    private static final String PART_WITH = "with";
    private static final String PART_WITHOUT = "without";
    private static final String FIRST_VALUES = "firstAttributeValues";
    /** Shorter words have no entry in the index of words. */
    private static final int INDEXED_LENGTH = 3;
    private static final int SHORT_ANSWER = 20;
    private static final Set<String> SUMMED = Set.of("inventoryValue");
    private static final Set<String> OF_STOCK = Set.of("inventory", "inventoryValue");
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
        this.rows = new TableRows(database, this::from, fields(ofRecords), List.of(Sort.ascending("number"))).foundBy(ITEM.ID);
    }

    private Map<String, Field<?>> fields(Map<String, Field<?>> ofRecords) {
        var fields = new LinkedHashMap<String, Field<?>>(ofRecords);
        fields.put("description", ITEM.DESCRIPTION);
        fields.put("itemCategoryCode", ITEM_CATEGORY.CODE);
        fields.put("baseUnitOfMeasureCode", UNIT_OF_MEASURE.CODE);
        fields.put("vendorNumber", VENDOR.NO);
        fields.put("inventory", StockCounted.QUANTITY);
        fields.put("netChange", StockCounted.NET_CHANGE);
        fields.put("inventoryValue", StockCounted.COST_AMOUNT);
        fields.put("unitCost", ITEM_COST.UNIT_COST);
        fields.put("lastDirectCost", ITEM_COST.LAST_DIRECT_COST);
        fields.put("standardCost", ITEM_COST.STANDARD_COST);
        fields.put("attributeValue", shownValue);
        fields.put(MISSING, DSL.field("({0} is null)", Boolean.class, shownValue));
        fields.put("attributeNumber", valueNumber(DSL.field(DSL.name("shown", "numeric_value")), DSL.field(DSL.name("shown", "date_value"))));
        return fields;
    }

    /**
     * Every join is on a key, so the database leaves out those that a page does not ask for. Each item has its stock: where a page is sorted or
     * filtered by that, the database may begin there, and only then is it worth asking for.
     */
    private TableLike<?> from(RowRequest request) {
        var attribute = shown(request);
        var ofItem = DSL.field(DSL.name("shown", "item_id"), Long.class).eq(ITEM.ID);
        var wanted = ITEM.leftJoin(ITEM_COST).on(ITEM_COST.ITEM_ID.eq(ITEM.ID))
                .join(StockCounted.of(request), beginsAtStock(request) ? JoinType.JOIN : JoinType.LEFT_OUTER_JOIN).on(StockCounted.ITEM_ID.eq(ITEM.ID))
                .leftJoin(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM.BASE_UNIT_OF_MEASURE_ID))
                .leftJoin(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID))
                .leftJoin(VENDOR).on(VENDOR.ID.eq(ITEM.VENDOR_ID))
                .join(attribute, PART_WITH.equals(request.scope().get(PART)) ? JoinType.JOIN : JoinType.LEFT_OUTER_JOIN).on(ofItem);
        var conditions = new ArrayList<Condition>(restrictions(request, ITEM.ID, Need.SOME));
        conditions.add(ITEM.DELETED_AT.isNull());
        if (PART_WITHOUT.equals(request.scope().get(PART))) {
            conditions.add(DSL.field(DSL.name("shown", "item_id")).isNull());
        }
        // A restriction without a table of its own: joined to a row that is always there.
        return wanted.join(DSL.selectOne().asTable("always")).on(DSL.and(conditions));
    }

    private static boolean beginsAtStock(RowRequest request) {
        return !request.criterion().equals(Criterion.EVERYTHING) || request.order().stream().anyMatch(sort -> OF_STOCK.contains(sort.column()));
    }

    /** What words, attributes and category leave, by key: whoever only counts and sums needs no other table of items. */
    private List<Condition> restrictions(RowRequest request, Field<Long> item, Need need) {
        var scope = request.scope();
        var conditions = new ArrayList<Condition>();
        var words = scope.getOrDefault(WORDS, "");
        if (!words.isBlank() && request.top() <= SHORT_ANSWER && request.skip() == 0) {
            conditions.add(item.in(best(words, request.top())));
        } else if (!words.isBlank()) {
            conditions.add(named(words, item));
        }
        var filter = AttributeFilter.read(scope.getOrDefault("attributes", ""));
        if (!filter.isEmpty()) {
            var holders = AttributeConditions.holders(database, filter, attributes.named(filter.stream().map(AttributeFilter.Condition::attribute).toList()), need);
            conditions.add(need == Need.ALL ? item.eq(DSL.any(DSL.array(holders))) : item.in(holders));
        }
        Optional.ofNullable(scope.get("category")).filter(code -> !code.isBlank()).ifPresent(code -> conditions.add(item.in(
                DSL.select(ITEM.ID).from(ITEM).join(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID)).where(ITEM.DELETED_AT.isNull())
                        .and(ITEM_CATEGORY.CODE.in(attributes.tree().withDescendants(new CategoryCode(code.toUpperCase(Locale.ROOT))).stream().map(CategoryCode::code).toList())))));
        return conditions;
    }

    /** Words long enough for their index are looked up there at once; shorter ones are found sooner along the order of the page. */
    private static Condition named(String words, Field<Long> item) {
        var hits = DSL.select(DSL.field(DSL.name("item_id"), Long.class)).from(DSL.table(DSL.name("item_search"))).where(allWords(words));
        return Arrays.stream(words.strip().split("\\s+")).anyMatch(word -> word.length() >= INDEXED_LENGTH) ? item.eq(DSL.any(DSL.array(hits))) : item.in(hits);
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
    private Table<?> shown(RowRequest request) {
        var holder = ITEM_HAS_ATTRIBUTE;
        var value = ITEM_ATTRIBUTE_VALUE;
        var only = keys(request.scope().getOrDefault(FIRST_VALUES, ""));
        var held = attributeColumn(request).map(one -> holder.ITEM_ATTRIBUTE_ID.eq(one.id()).and(value.ITEM_ATTRIBUTE_ID.eq(one.id()))).orElseGet(DSL::falseCondition)
                .and(only.isEmpty() ? DSL.noCondition() : holder.ITEM_ATTRIBUTE_VALUE_ID.eq(DSL.any(DSL.inline(only.toArray(Long[]::new)))));
        if (only.size() == 1) {
            // As constants, so that the database sees that nothing but the next level of the order is left to sort by, and goes along its index.
            return database.select(value.VALUE, value.NUMERIC_VALUE, value.DATE_VALUE).from(value).where(value.ID.eq(only.getFirst())).fetchSingle(
                    row -> DSL.select(holder.ITEM_ID, DSL.inline(row.value1(), value.VALUE).as("value"), DSL.inline(row.value2(), value.NUMERIC_VALUE).as("numeric_value"),
                            DSL.inline(row.value3(), value.DATE_VALUE).as("date_value")).from(holder).where(holder.ITEM_ATTRIBUTE_VALUE_ID.eq(DSL.inline(only.getFirst()))).asTable("shown"));
        }
        return DSL.select(holder.ITEM_ID, value.VALUE, value.NUMERIC_VALUE, value.DATE_VALUE).from(holder).join(value).on(value.ID.eq(holder.ITEM_ATTRIBUTE_VALUE_ID))
                .where(held).asTable("shown");
    }

    private Optional<ItemAttributes.Attribute> attributeColumn(RowRequest request) {
        var attribute = request.scope().getOrDefault("attributeColumn", "");
        return attribute.isBlank() ? Optional.empty() : attributes.named(List.of(attribute)).values().stream().findFirst();
    }

    private static List<Long> keys(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    /** The keys of the first values in the order of a page, as many as it takes to fill the page with their holders. */
    private String firstValues(RowRequest wanted) {
        var value = ITEM_ATTRIBUTE_VALUE;
        var one = DSL.select(DSL.one().as("holder")).from(ITEM_HAS_ATTRIBUTE).where(ITEM_HAS_ATTRIBUTE.ITEM_ATTRIBUTE_VALUE_ID.eq(value.ID)).limit(wanted.top());
        var number = valueNumber(value.NUMERIC_VALUE, value.DATE_VALUE);
        var descending = wanted.order().get(1).descending();
        return database.select(value.ID).from(value).crossJoin(DSL.lateral(one.asTable("holders")))
                .where(attributeColumn(wanted).map(shown -> value.ITEM_ATTRIBUTE_ID.eq(shown.id())).orElseGet(DSL::falseCondition))
                .orderBy(descending ? number.desc() : number.asc(), descending ? value.VALUE.desc() : value.VALUE.asc()).limit(wanted.top())
                .fetch(value.ID).stream().distinct().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Field<BigDecimal> valueNumber(Field<?> numeric, Field<?> date) {
        return DSL.field("coalesce({0}, {1} - date '0001-01-01', 0)", BigDecimal.class, numeric, date);
    }

    @Override
    public Rows read(RowRequest request) {
        var wanted = translated(request);
        if (!isSummedByStock(request)) {
            return rows.read(wanted);
        }
        var page = page(request);
        var summary = summary(request);
        return new Rows(page.rows(), summary.count(), summary.totals(), page.last());
    }

    @Override
    public Rows page(RowRequest request) {
        var wanted = translated(request);
        return sortedByAttribute(wanted) && countsAllStock(request) ? pageByAttribute(wanted, !isRestricted(request)) : rows.page(wanted);
    }

    @Override
    public Rows summary(RowRequest request) {
        var wanted = translated(request);
        if (!isSummedByStock(request)) {
            return rows.summary(wanted);
        }
        var sums = sums(wanted);
        return isRestricted(request) ? sums : new Rows(List.of(), rows.summary(unsorted(wanted)).count(), sums.totals());
    }

    private static boolean isSummedByStock(RowRequest request) {
        return countsAllStock(request) && SUMMED.containsAll(request.totals()) && !request.totals().isEmpty();
    }

    /** Whether figures count everything, and rows are not restricted by what stands in a column. */
    private static boolean countsAllStock(RowRequest request) {
        return TotalFilters.of(request.scope()).isEmpty() && request.criterion().equals(Criterion.EVERYTHING);
    }

    private static boolean isRestricted(RowRequest request) {
        return !request.words().isBlank() || FILTERS.stream().anyMatch(filter -> !request.scope().getOrDefault(filter, "").isBlank());
    }

    /** Counts and sums in the narrow table alone. */
    private Rows sums(RowRequest wanted) {
        return database.select(DSL.count(), DSL.coalesce(DSL.sum(ITEM_STOCK.COST_AMOUNT), BigDecimal.ZERO))
                .from(ITEM_STOCK).where(restrictions(wanted, ITEM_STOCK.ITEM_ID, Need.ALL))
                .fetchSingle(row -> new Rows(List.of(), Math.min(row.value1(), RowRequest.COUNTED + 1L), Map.of("inventoryValue", row.value2())));
    }

    private static boolean sortedByAttribute(RowRequest wanted) {
        return wanted.skip() == 0 && !wanted.order().isEmpty() && wanted.order().getFirst().column().equals(MISSING);
    }

    /** The same items, as cheaply as can be counted. */
    private static RowRequest unsorted(RowRequest wanted) {
        var scope = new HashMap<>(wanted.scope());
        scope.remove("attributeColumn");
        return wanted.totalling(Set.of()).orderedBy(List.of()).within(scope).fromTheFirst();
    }

    /**
     * Items with a value come first, along the values; only where they end are those without one asked for. The first page of all items has only
     * holders of the first values: looking up these few beforehand saves sorting all holders.
     */
    private Rows pageByAttribute(RowRequest wanted, boolean everyItem) {
        var among = wanted.after().filter(position -> Optional.of("true").equals(position.values().getFirst())).isPresent();
        var holders = part(wanted, PART, PART_WITH);
        var with = among ? Rows.NONE : rows.page(everyItem && wanted.after().isEmpty() ? part(holders, FIRST_VALUES, firstValues(wanted)) : holders);
        if (with.rows().size() == wanted.top()) {
            return with;
        }
        var rest = part(wanted, PART, PART_WITHOUT).page(0, wanted.top() - with.rows().size());
        var without = rows.page(among ? rest : rest.fromTheFirst());
        return new Rows(Stream.concat(with.rows().stream(), without.rows().stream()).toList(), 0, Map.of(), without.last().or(with::last));
    }

    private static RowRequest part(RowRequest wanted, String restriction, String value) {
        var scope = new HashMap<>(wanted.scope());
        scope.put(restriction, value);
        return wanted.within(scope);
    }

    @Override
    public Map<String, Map<String, Long>> counts(RowRequest request, Set<String> columns) {
        return rows.counts(unsorted(translated(request)), columns);
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
                order.add(Sort.ascending(MISSING));
                order.add(new Sort("attributeNumber", sort.descending()));
            }
            order.add(sort);
        });
        return request.searching("").within(scope).orderedBy(order);
    }
}
