package org.stockbook.items.store.find;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;

import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.items.ItemRows;
import org.stockbook.items.attributes.ItemAttributes;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Items and what belongs to them as rows. */
@Repository
class ItemRowsInPostgres implements ItemRows {
    private static final String TREE = """
            WITH RECURSIVE tree AS (
                SELECT id, code, 0 AS indentation, ARRAY[code::text] AS path FROM item_category WHERE parent_id IS NULL
                UNION ALL
                SELECT c.id, c.code, t.indentation + 1, t.path || c.code::text FROM item_category c JOIN tree t ON t.id = c.parent_id WHERE t.indentation < 50)
            SELECT id AS category_id, indentation, row_number() OVER (ORDER BY path) AS presentation_order FROM tree""";

    private final DSLContext database;
    private final ItemAttributes attributes;
    private final RecordTypes types;

    ItemRowsInPostgres(DSLContext database, ItemAttributes attributes, RecordTypes types) {
        this.database = database;
        this.attributes = attributes;
        this.types = types;
    }

    @Override
    public RowSource unitsOfMeasure() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", UNIT_OF_MEASURE.CODE);
        fields.put("description", UNIT_OF_MEASURE.DESCRIPTION);
        return new TableRows(database, _ -> UNIT_OF_MEASURE, fields, List.of(Sort.ascending("code")));
    }

    @Override
    public RowSource items() {
        return new ItemList(database, attributes, types.fieldsOf(types.of("items")));
    }

    @Override
    public RowSource attributes() {
        var has = ITEM_HAS_ATTRIBUTE;
        var value = ITEM_ATTRIBUTE_VALUE;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", ITEM.NO);
        fields.put("name", ITEM_ATTRIBUTE.NAME);
        fields.put("value", value.VALUE);
        fields.put("numericValue", value.NUMERIC_VALUE);
        fields.put("dateValue", value.DATE_VALUE);
        fields.put("unitOfMeasure", ITEM_ATTRIBUTE.UNIT_OF_MEASURE);
        var from = has.join(ITEM).on(ITEM.ID.eq(has.ITEM_ID)).join(ITEM_ATTRIBUTE).on(ITEM_ATTRIBUTE.ID.eq(has.ITEM_ATTRIBUTE_ID))
                .join(value).on(value.ID.eq(has.ITEM_ATTRIBUTE_VALUE_ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("itemNumber"), Sort.ascending("name"))).only(ITEM.DELETED_AT.isNull());
    }

    @Override
    public RowSource categories() {
        var parent = ITEM_CATEGORY.as("parent");
        var tree = DSL.table(DSL.sql("(" + TREE + ")")).as("tree");
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", ITEM_CATEGORY.CODE);
        fields.put("description", ITEM_CATEGORY.DESCRIPTION);
        fields.put("parentCode", parent.CODE);
        fields.put("indentation", DSL.field(DSL.name("tree", "indentation"), Long.class));
        fields.put("presentationOrder", DSL.field(DSL.name("tree", "presentation_order"), Long.class));
        fields.put("numberOfItems", DSL.field(DSL.selectCount().from(ITEM).where(ITEM.ITEM_CATEGORY_ID.eq(ITEM_CATEGORY.ID)).and(ITEM.DELETED_AT.isNull())));
        var from = ITEM_CATEGORY.leftJoin(parent).on(parent.ID.eq(ITEM_CATEGORY.PARENT_ID))
                .leftJoin(tree).on(DSL.field(DSL.name("tree", "category_id"), Long.class).eq(ITEM_CATEGORY.ID));
        return new TableRows(database, _ -> from, fields, List.of(Sort.ascending("presentationOrder"), Sort.ascending("code")));
    }
}
