package org.stockbook.items.store;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.ITEM_UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordEffect;

/** What a card keeps in other tables: costs, and the base unit among the units of the item (spec: items, sections 1.4 and 2.1). */
@Component
class ItemSideRows implements RecordEffect {
    private final DSLContext database;

    ItemSideRows(DSLContext database) {
        this.database = database;
    }

    @Override
    public void apply(List<RecordChange> changes) {
        addBaseUnits(changes.stream().map(change -> change.text("number")).toList());
        writeWeights(changes.stream().filter(change -> change.names("netWeight")).map(change -> change.text("number")).toList());
        var costs = changes.stream().filter(change -> change.names("unitCost") || change.names("standardCost")).map(this::costs).toList();
        if (!costs.isEmpty()) {
            database.batch(costs).execute();
        }
    }

    private void addBaseUnits(List<String> items) {
        database.insertInto(ITEM_UNIT_OF_MEASURE, ITEM_UNIT_OF_MEASURE.ITEM_ID, ITEM_UNIT_OF_MEASURE.UNIT_OF_MEASURE_ID, ITEM_UNIT_OF_MEASURE.WEIGHT)
                .select(DSL.select(ITEM.ID, UNIT_OF_MEASURE.ID, ITEM.NET_WEIGHT)
                        .from(ITEM)
                        .join(UNIT_OF_MEASURE).on(UNIT_OF_MEASURE.ID.eq(ITEM.BASE_UNIT_OF_MEASURE_ID))
                        .where(ITEM.NO.in(items)))
                .onConflictDoNothing()
                .execute();
    }

    /** The weight of every unit follows the net weight of the item. */
    private void writeWeights(List<String> items) {
        database.update(ITEM_UNIT_OF_MEASURE)
                .set(ITEM_UNIT_OF_MEASURE.WEIGHT, ITEM_UNIT_OF_MEASURE.QUANTITY_PER_UNIT.times(ITEM.NET_WEIGHT))
                .from(ITEM)
                .where(ITEM.ID.eq(ITEM_UNIT_OF_MEASURE.ITEM_ID))
                .and(ITEM.NO.in(items))
                .execute();
    }

    /** On standard items the unit cost is the standard cost. */
    private Query costs(RecordChange change) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        for (var field : new ArrayList<>(List.of("unitCost", "standardCost"))) {
            if (change.names(field)) {
                values.put(field.equals("unitCost") ? ITEM_COST.UNIT_COST : ITEM_COST.STANDARD_COST, change.value(field).orElse(BigDecimal.ZERO));
            }
        }
        if (change.text("costingMethod").equals("standard")) {
            var cost = change.names("standardCost") ? change.value("standardCost") : change.value("unitCost");
            values.put(ITEM_COST.UNIT_COST, cost.orElse(BigDecimal.ZERO));
            values.put(ITEM_COST.STANDARD_COST, cost.orElse(BigDecimal.ZERO));
        }
        return database.update(ITEM_COST).set(values).where(ITEM_COST.ITEM_ID.eq(DSL.select(ITEM.ID).from(ITEM).where(ITEM.NO.eq(change.text("number")))));
    }
}
