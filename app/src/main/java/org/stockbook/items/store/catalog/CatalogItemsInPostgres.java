package org.stockbook.items.store.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.items.CatalogItems;
import org.stockbook.kernel.items.CatalogNumber;

/** Catalogue items, their setup and the templates from which items are made. */
@Repository
class CatalogItemsInPostgres implements CatalogItems {
    private static final String LOCK = """
            SELECT c.id, c.entry_no, coalesce(m.code, ''), coalesce(v.no, ''), c.vendor_item_no, c.description, c.unit_of_measure_code, c.bar_code,
                c.negotiated_cost, c.unit_price, c.gross_weight, c.net_weight, coalesce(t.code, ''), coalesce(i.no, '')
            FROM catalog_item c LEFT JOIN manufacturer m ON m.id = c.manufacturer_id LEFT JOIN vendor v ON v.id = c.vendor_id
            LEFT JOIN item_template t ON t.id = c.item_template_id LEFT JOIN item i ON i.id = c.item_id
            WHERE c.entry_no = upper(?) FOR UPDATE OF c""";
    private static final String SETUP = """
            SELECT s.number_format::text, s.separator, coalesce(c.code, ''), coalesce(n.code, '')
            FROM catalog_setup s LEFT JOIN number_series c ON c.id = s.catalog_number_series_id
            CROSS JOIN inventory_setup i LEFT JOIN number_series n ON n.id = i.item_number_series_id""";
    private static final String UNUSED = """
            SELECT i.no FROM item i WHERE i.no = ANY (?::text[]) AND i.created_from_catalog_item
                AND NOT EXISTS (SELECT FROM item_ledger_entry e WHERE e.item_id = i.id) AND NOT EXISTS (SELECT FROM document_line l WHERE l.item_id = i.id)
                AND NOT EXISTS (SELECT FROM posted_document_line l WHERE l.item_id = i.id) AND NOT EXISTS (SELECT FROM journal_line j WHERE j.item_no = i.no)""";
    private static final String OF_VENDOR = """
            SELECT c.vendor_item_no, c.entry_no, coalesce(i.no, '') FROM catalog_item c JOIN vendor v ON v.id = c.vendor_id
            LEFT JOIN item i ON i.id = c.item_id WHERE v.no = ? AND c.vendor_item_no = ANY (?::text[])""";
    private static final String TAKEN = """
            SELECT v.no, c.vendor_item_no, c.entry_no FROM catalog_item c JOIN vendor v ON v.id = c.vendor_id
            JOIN unnest(?::text[], ?::text[]) AS wanted (vendor, number) ON wanted.vendor = v.no AND wanted.number = c.vendor_item_no""";

    private final DSLContext database;

    CatalogItemsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<CatalogItem> lock(String entry) {
        return database.fetchOptional(LOCK, entry).map(row -> new CatalogItem(row.get(0, Long.class),
                new CatalogNumber.Names(text(row, 4), text(row, 2), text(row, 1)), text(row, 3), text(row, 5), text(row, 6), text(row, 7), figure(row, 8),
                figure(row, 9), figure(row, 10), figure(row, 11), text(row, 12), text(row, 13)));
    }

    @Override
    public boolean exists(String entry) {
        return database.fetchOptional("SELECT 1 FROM catalog_item WHERE entry_no = upper(?)", entry.strip()).isPresent();
    }

    private static String text(Record row, int column) {
        return row.get(column, String.class);
    }

    private static BigDecimal figure(Record row, int column) {
        return row.get(column, BigDecimal.class);
    }

    @Override
    public Setup setup() {
        var row = database.fetchSingle(SETUP);
        return new Setup(new CatalogNumber(CatalogNumber.Format.valueOf(text(row, 0)), text(row, 1)), text(row, 2), text(row, 3));
    }

    @Override
    public void link(CatalogItem catalogItem, String item, boolean made) {
        database.execute("UPDATE catalog_item SET item_id = (SELECT id FROM item WHERE no = ?), version = version + 1, changed_at = now() WHERE id = ?", item, catalogItem.id());
        if (made) {
            database.execute("UPDATE item SET created_from_catalog_item = true WHERE no = ?", item);
            database.execute("UPDATE item_cost SET last_direct_cost = ? WHERE item_id = (SELECT id FROM item WHERE no = ?)", catalogItem.negotiatedCost(), item);
        }
    }

    @Override
    public Set<String> unused(Collection<String> items) {
        return database.fetch(UNUSED, array(items)).intoSet(0, String.class);
    }

    @Override
    public Map<String, Entry> ofVendor(String vendor, Collection<String> vendorItems) {
        return database.fetch(OF_VENDOR, vendor, array(vendorItems)).intoMap(row -> text(row, 0), row -> new Entry(text(row, 1), text(row, 2)));
    }

    @Override
    public Set<String> units(Collection<String> codes) {
        return database.fetch("SELECT code FROM unit_of_measure WHERE code = ANY (?::text[])", array(codes)).intoSet(0, String.class);
    }

    @Override
    public Map<VendorItem, String> taken(Collection<VendorItem> vendorItems) {
        var vendors = array(vendorItems.stream().map(VendorItem::vendor).toList());
        return database.fetch(TAKEN, vendors, array(vendorItems.stream().map(VendorItem::number).toList()))
                .intoMap(row -> new VendorItem(text(row, 0), text(row, 1)), row -> text(row, 2));
    }

    @Override
    public Template template(String code) {
        var values = database.fetch("SELECT v.field, v.value FROM item_template_value v JOIN item_template t ON t.id = v.item_template_id WHERE t.code = ?", code)
                .intoMap(row -> text(row, 0), row -> text(row, 1));
        var series = database.fetchOptional("SELECT n.code FROM item_template t JOIN number_series n ON n.id = t.number_series_id WHERE t.code = ?", code);
        return new Template(values, series.map(row -> text(row, 0)).orElse(""));
    }

    @Override
    public List<String> templates() {
        return database.fetch("SELECT code FROM item_template ORDER BY code").map(row -> text(row, 0));
    }

    private static Object array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
