package org.stockbook.items.store.attributes;

import static org.stockbook.platform.database.jooq.Tables.CATEGORY_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.stockbook.items.attributes.ItemAttributes;
import org.stockbook.kernel.items.AttributeName;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.kernel.items.CategoryChange;
import org.stockbook.kernel.items.CategoryCode;
import org.stockbook.kernel.items.CategoryTree;

/** Attributes and their values, read and written for many items at once. */
@Repository
class ItemAttributesInPostgres implements ItemAttributes {
    private static final String KEEP = """
            INSERT INTO item_attribute_value (item_attribute_id, value, numeric_value, date_value)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::numeric[], ?::date[])
            ON CONFLICT (item_attribute_id, value) DO NOTHING""";
    private static final String TAKE_AWAY = """
            DELETE FROM item_has_attribute h USING unnest(?::text[], ?::text[]) AS gone (no, name), item i, item_attribute a
            WHERE i.no = gone.no AND a.name = gone.name AND h.item_id = i.id AND h.item_attribute_id = a.id""";
    private static final String GIVE = """
            INSERT INTO item_has_attribute (item_id, item_attribute_id, item_attribute_value_id)
            SELECT i.id, a.id, v.id FROM unnest(?::text[], ?::text[], ?::text[]) AS given (no, name, value)
            JOIN item i ON i.no = given.no JOIN item_attribute a ON a.name = given.name
            JOIN item_attribute_value v ON v.item_attribute_id = a.id AND v.value = given.value
            ON CONFLICT (item_id, item_attribute_id) DO UPDATE SET item_attribute_value_id = excluded.item_attribute_value_id""";
    private static final String FORGET_ON_VARIANTS = """
            DELETE FROM variant_has_attribute h USING unnest(?::text[], ?::text[]) AS copied (no, code), item i, item_variant v
            WHERE i.no = copied.no AND v.item_id = i.id AND v.code = copied.code AND h.variant_id = v.id""";
    private static final String COPY_TO_VARIANTS = """
            INSERT INTO variant_has_attribute (item_id, variant_id, item_attribute_id, item_attribute_value_id)
            SELECT i.id, v.id, h.item_attribute_id, h.item_attribute_value_id FROM unnest(?::text[], ?::text[]) AS copied (no, code)
            JOIN item i ON i.no = copied.no JOIN item_variant v ON v.item_id = i.id AND v.code = copied.code
            JOIN item_has_attribute h ON h.item_id = i.id
            ON CONFLICT (variant_id, item_attribute_id) DO NOTHING""";

    private final DSLContext database;

    ItemAttributesInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Map<String, Attribute> named(Collection<String> names) {
        var wanted = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return attributes(DSL.lower(ITEM_ATTRIBUTE.NAME).in(wanted)).stream()
                .collect(Collectors.toMap(attribute -> attribute.name().name().toLowerCase(Locale.ROOT), attribute -> attribute));
    }

    @Override
    public List<Attribute> all() {
        return attributes(DSL.trueCondition());
    }

    private List<Attribute> attributes(Condition condition) {
        return database.selectFrom(ITEM_ATTRIBUTE).where(condition).orderBy(ITEM_ATTRIBUTE.NAME).fetch(row -> new Attribute(row.getId(),
                new AttributeName(row.getName()), AttributeType.valueOf(row.getAttributeType().getLiteral()), row.getUnitOfMeasure(), row.getBlocked()));
    }

    @Override
    public void keep(Collection<TypedValue> values) {
        if (!values.isEmpty()) {
            var distinct = List.copyOf(Set.copyOf(values));
            database.execute(KEEP, distinct.stream().map(TypedValue::attribute).toArray(Long[]::new),
                    distinct.stream().map(TypedValue::value).toArray(String[]::new),
                    distinct.stream().map(value -> readAs(value, value.type().isNumeric())).toArray(String[]::new),
                    distinct.stream().map(value -> readAs(value, value.type() == AttributeType.DATE)).toArray(String[]::new));
        }
    }

    /** The canonical text where it can be compared as a figure or a date. */
    private static @Nullable String readAs(TypedValue value, boolean wanted) {
        return wanted ? value.type().canonical(value.value()).orElse(null) : null;
    }

    @Override
    public Set<String> withValues(Collection<String> names) {
        return database.selectDistinct(ITEM_ATTRIBUTE.NAME).from(ITEM_ATTRIBUTE)
                .join(ITEM_ATTRIBUTE_VALUE).on(ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID.eq(ITEM_ATTRIBUTE.ID))
                .where(ITEM_ATTRIBUTE.NAME.in(names)).fetchSet(ITEM_ATTRIBUTE.NAME);
    }

    @Override
    public Set<TypedValue> blockedOptions(Collection<Long> attributes) {
        return Set.copyOf(database.select(ITEM_ATTRIBUTE.ID, ITEM_ATTRIBUTE.ATTRIBUTE_TYPE, ITEM_ATTRIBUTE_VALUE.VALUE).from(ITEM_ATTRIBUTE_VALUE)
                .join(ITEM_ATTRIBUTE).on(ITEM_ATTRIBUTE.ID.eq(ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID))
                .where(ITEM_ATTRIBUTE.ID.in(attributes)).and(ITEM_ATTRIBUTE_VALUE.BLOCKED)
                .fetch(row -> new TypedValue(row.value1(), AttributeType.valueOf(row.value2().getLiteral()), row.value3())));
    }

    @Override
    public CategoryTree tree() {
        var parent = ITEM_CATEGORY.as("parent");
        var parents = database.select(ITEM_CATEGORY.CODE, DSL.coalesce(parent.CODE, DSL.inline(""))).from(ITEM_CATEGORY)
                .leftJoin(parent).on(parent.ID.eq(ITEM_CATEGORY.PARENT_ID))
                .fetchMap(row -> new CategoryCode(row.value1()), row -> new CategoryCode(row.value2()));
        var own = new HashMap<CategoryCode, Map<AttributeName, String>>();
        var has = CATEGORY_HAS_ATTRIBUTE;
        database.select(ITEM_CATEGORY.CODE, ITEM_ATTRIBUTE.NAME, ITEM_ATTRIBUTE_VALUE.VALUE).from(has)
                .join(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(has.ITEM_CATEGORY_ID))
                .join(ITEM_ATTRIBUTE).on(ITEM_ATTRIBUTE.ID.eq(has.ITEM_ATTRIBUTE_ID))
                .join(ITEM_ATTRIBUTE_VALUE).on(ITEM_ATTRIBUTE_VALUE.ID.eq(has.ITEM_ATTRIBUTE_VALUE_ID))
                .forEach(row -> own.computeIfAbsent(new CategoryCode(row.value1()), _ -> new LinkedHashMap<>()).put(new AttributeName(row.value2()), row.value3()));
        return new CategoryTree(parents, own);
    }

    @Override
    public Map<String, Map<AttributeName, String>> ofItems(Collection<String> items) {
        var found = new HashMap<String, Map<AttributeName, String>>();
        var has = ITEM_HAS_ATTRIBUTE;
        if (!items.isEmpty()) {
            database.select(ITEM.NO, ITEM_ATTRIBUTE.NAME, ITEM_ATTRIBUTE_VALUE.VALUE).from(has)
                    .join(ITEM).on(ITEM.ID.eq(has.ITEM_ID))
                    .join(ITEM_ATTRIBUTE).on(ITEM_ATTRIBUTE.ID.eq(has.ITEM_ATTRIBUTE_ID))
                    .join(ITEM_ATTRIBUTE_VALUE).on(ITEM_ATTRIBUTE_VALUE.ID.eq(has.ITEM_ATTRIBUTE_VALUE_ID))
                    .where(ITEM.NO.eq(DSL.any(items.toArray(String[]::new)))).orderBy(ITEM_ATTRIBUTE.NAME)
                    .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>()).put(new AttributeName(row.value2()), row.value3()));
        }
        return found;
    }

    @Override
    public Map<String, CategoryCode> itemsOf(Collection<CategoryCode> categories) {
        return database.select(ITEM.NO, ITEM_CATEGORY.CODE).from(ITEM).join(ITEM_CATEGORY).on(ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID))
                .where(ITEM_CATEGORY.CODE.in(categories.stream().map(CategoryCode::code).toList())).and(ITEM.DELETED_AT.isNull())
                .fetchMap(row -> row.value1(), row -> new CategoryCode(row.value2()));
    }

    @Override
    public void change(Map<String, CategoryChange> byItem) {
        var gone = new ArrayList<String[]>();
        var given = new ArrayList<String[]>();
        byItem.forEach((item, change) -> {
            change.removed().forEach(name -> gone.add(new String[] {item, name.name()}));
            change.added().forEach((name, value) -> given.add(new String[] {item, name.name(), value}));
        });
        if (!gone.isEmpty()) {
            database.execute(TAKE_AWAY, column(gone, 0), column(gone, 1));
        }
        if (!given.isEmpty()) {
            database.execute(GIVE, column(given, 0), column(given, 1), column(given, 2));
        }
    }

    @Override
    public void copyToVariants(Collection<Variant> variants, Overwriting overwriting) {
        if (!variants.isEmpty()) {
            var rows = variants.stream().map(variant -> new String[] {variant.item(), variant.code()}).toList();
            if (overwriting == Overwriting.REPLACE) {
                database.execute(FORGET_ON_VARIANTS, column(rows, 0), column(rows, 1));
            }
            database.execute(COPY_TO_VARIANTS, column(rows, 0), column(rows, 1));
        }
    }

    @Override
    public List<Variant> variantsOf(String item) {
        return database.select(ITEM.NO, ITEM_VARIANT.CODE).from(ITEM_VARIANT).join(ITEM).on(ITEM.ID.eq(ITEM_VARIANT.ITEM_ID)).where(ITEM.NO.eq(item))
                .fetch(row -> new Variant(row.value1(), row.value2()));
    }

    /** One argument, an array; jOOQ would take an array of objects for several. */
    private static Object column(List<String[]> rows, int index) {
        return rows.stream().map(row -> row[index]).toArray(String[]::new);
    }
}
