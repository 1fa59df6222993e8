package org.stockbook.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;

/** Reads the items of the company that is open. */
@Component
class TradedItems {
    private final RecordTypes types;

    TradedItems(RecordTypes types) {
        this.types = types;
    }

    Map<ItemNo, TradedItem> all() {
        var items = new LinkedHashMap<ItemNo, TradedItem>();
        types.rows(types.of("items")).stream(RowRequest.of(Criterion.EVERYTHING), row -> items.put(new ItemNo(row.text("number")), new TradedItem(
                new InventoryGroup(row.text("inventoryPostingGroupCode")), new ProductGroup(row.text("generalProductPostingGroupCode")),
                UnitCost.of(row.figure("unitCost")), row.text("displayName"))));
        return items;
    }
}
