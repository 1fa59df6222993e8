package org.stockbook.items.store;

import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;

import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Reads units of measure. */
@Repository
class ItemRowsInPostgres implements ItemRows {
    private final DSLContext database;

    ItemRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public RowSource unitsOfMeasure() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", UNIT_OF_MEASURE.CODE);
        fields.put("description", UNIT_OF_MEASURE.DESCRIPTION);
        return new TableRows(database, _ -> UNIT_OF_MEASURE, fields, List.of(Sort.ascending("code")));
    }
}
