package org.stockbook.items.store;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordEffect;

/** A vendor who has a number for an item is one of its vendors (spec: items, section 6). */
@Component
class VendorsOfReferences implements RecordEffect {
    private static final String KEEP = """
            INSERT INTO item_vendor (item_id, variant_id, vendor_id, vendor_item_no)
            SELECT DISTINCT ON (r.item_id, r.variant_id, r.vendor_id) r.item_id, r.variant_id, r.vendor_id, r.reference_no
            FROM item_reference r JOIN item i ON i.id = r.item_id
            WHERE r.vendor_id IS NOT NULL AND i.no = ANY (?::text[])
            ORDER BY r.item_id, r.variant_id, r.vendor_id, r.id
            ON CONFLICT DO NOTHING""";

    private final DSLContext database;

    VendorsOfReferences(DSLContext database) {
        this.database = database;
    }

    @Override
    public void apply(List<RecordChange> changes) {
        Object items = changes.stream().filter(change -> !change.text("vendorNumber").isEmpty()).map(change -> change.text("itemNumber")).toArray(String[]::new);
        database.execute(KEEP, items);
    }
}
