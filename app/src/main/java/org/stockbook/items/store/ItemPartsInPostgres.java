package org.stockbook.items.store;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.items.cards.ItemParts;

/** Copies what hangs on a card, one statement for all copies. */
@Repository
class ItemPartsInPostgres implements ItemParts {
    private static final String PAIR = " FROM item s CROSS JOIN item t %s WHERE s.no = ? AND t.no = ANY (?::text[]) ON CONFLICT DO NOTHING";
    /** The variant of the copy that has the code of a variant of the source; blank where that one is blank. */
    private static final String ITS_VARIANT = "coalesce((SELECT b.id FROM item_variant a JOIN item_variant b ON b.code = a.code AND b.item_id = t.id WHERE a.id = x.variant_id), 0)";
    private static final String HAS_VARIANT = " AND (x.variant_id = 0 OR EXISTS (SELECT FROM item_variant a JOIN item_variant b ON b.code = a.code AND b.item_id = t.id WHERE a.id = x.variant_id))";
    private static final String COMBINATIONS = """
            SELECT i.no, coalesce(v.code, ''), coalesce(l.code, ''), EXISTS (SELECT FROM stockkeeping_unit u
                WHERE u.item_id = i.id AND u.variant_id = coalesce(v.id, 0) AND u.location_id = coalesce(l.id, 0))
            FROM item i
            LEFT JOIN item_variant v ON v.item_id = i.id AND ?
            LEFT JOIN location l ON l.id <> 0 AND NOT l.in_transit AND (cardinality(?::text[]) = 0 OR l.code = ANY (?::text[])) AND ?
            WHERE i.no = ANY (?::text[]) AND i.item_type = 'INVENTORY' AND i.deleted_at IS NULL AND (v.id IS NOT NULL OR l.id IS NOT NULL)
                AND (NOT ? OR EXISTS (SELECT FROM inventory_balance b WHERE b.item_id = i.id AND b.quantity <> 0
                    AND (v.id IS NULL OR b.variant_id = v.id) AND (l.id IS NULL OR b.location_id = l.id)))
            ORDER BY 1, 2, 3""";

    private final DSLContext database;

    ItemPartsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public void copy(String source, List<String> targets, Set<Part> parts) {
        Object numbers = targets.toArray(String[]::new);
        for (var part : Part.values()) {
            if (parts.contains(part)) {
                statements(part).forEach(statement -> database.execute(statement, source, numbers));
            }
        }
    }

    private static List<String> statements(Part part) {
        return switch (part) {
            case UNITS_OF_MEASURE -> List.of("INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit, quantity_rounding_precision, length, width, height, weight)"
                    + " SELECT t.id, x.unit_of_measure_id, x.quantity_per_unit, x.quantity_rounding_precision, x.length, x.width, x.height, x.weight"
                    + PAIR.formatted("JOIN item_unit_of_measure x ON x.item_id = s.id"));
            case DIMENSIONS -> List.of("INSERT INTO default_dimension (record_type, record_id, dimension_id, dimension_value_id, value_posting, allowed_values)"
                    + " SELECT 'ITEM', t.id, x.dimension_id, x.dimension_value_id, x.value_posting, x.allowed_values"
                    + PAIR.formatted("JOIN default_dimension x ON x.record_type = 'ITEM' AND x.record_id = s.id"));
            case VARIANTS -> List.of("INSERT INTO item_variant (item_id, code, description, description_2, blocked, sales_blocked, purchasing_blocked, service_blocked, production_blocked)"
                    + " SELECT t.id, x.code, x.description, x.description_2, x.blocked, x.sales_blocked, x.purchasing_blocked, x.service_blocked, x.production_blocked"
                    + PAIR.formatted("JOIN item_variant x ON x.item_id = s.id"));
            case PICTURES -> List.of("INSERT INTO item_picture (item_id, variant_id, file_name, alternative_text, media_type, width, height, content, thumbnail)"
                    + " SELECT t.id, 0, x.file_name, x.alternative_text, x.media_type, x.width, x.height, x.content, x.thumbnail"
                    + PAIR.formatted("JOIN item_picture x ON x.item_id = s.id AND x.variant_id = 0"));
            case TRANSLATIONS -> List.of("INSERT INTO item_translation (item_id, variant_id, language_tag, description, description_2)"
                    + " SELECT t.id, " + ITS_VARIANT + ", x.language_tag, x.description, x.description_2" + PAIR.formatted("JOIN item_translation x ON x.item_id = s.id" + HAS_VARIANT));
            case EXTENDED_TEXTS -> List.of("INSERT INTO extended_text (item_id, sequence, language_tag, starting_date, ending_date, on_sales_documents, on_purchase_documents, content)"
                    + " SELECT t.id, x.sequence, x.language_tag, x.starting_date, x.ending_date, x.on_sales_documents, x.on_purchase_documents, x.content"
                    + PAIR.formatted("JOIN extended_text x ON x.item_id = s.id"));
            case VENDORS -> List.of("INSERT INTO item_vendor (item_id, variant_id, vendor_id, vendor_item_no, lead_time_calculation)"
                    + " SELECT t.id, " + ITS_VARIANT + ", x.vendor_id, x.vendor_item_no, x.lead_time_calculation" + PAIR.formatted("JOIN item_vendor x ON x.item_id = s.id" + HAS_VARIANT));
            case ATTRIBUTES -> List.of("INSERT INTO item_has_attribute (item_id, item_attribute_id, item_attribute_value_id)"
                    + " SELECT t.id, x.item_attribute_id, x.item_attribute_value_id" + PAIR.formatted("JOIN item_has_attribute x ON x.item_id = s.id"));
            case REFERENCES -> List.of("INSERT INTO item_reference (item_id, variant_id, unit_of_measure_id, reference_type, customer_id, vendor_id, reference_no, description, starting_date, ending_date)"
                    + " SELECT t.id, " + ITS_VARIANT + ", x.unit_of_measure_id, x.reference_type, x.customer_id, x.vendor_id, x.reference_no, x.description, x.starting_date, x.ending_date"
                    + PAIR.formatted("JOIN item_reference x ON x.item_id = s.id" + HAS_VARIANT));
            case PRICES -> List.of(prices("sales_price_list_line"), prices("purchase_price_list_line"));
        };
    }

    /** Lines of price lists with everything they hold but their own key. */
    private static String prices(String table) {
        return "INSERT INTO " + table + " SELECT (jsonb_populate_record(x, jsonb_build_object('item_id', t.id, 'variant_id', 0, 'id', nextval(pg_get_serial_sequence('"
                + table + "', 'id'))))).*" + PAIR.formatted("JOIN " + table + " x ON x.item_id = s.id AND x.variant_id = 0");
    }

    @Override
    public List<StockkeepingKey> combinations(StockkeepingRequest request) {
        Object items = request.items().toArray(String[]::new);
        Object locations = request.locations().toArray(String[]::new);
        return database.fetch(COMBINATIONS, request.per() != Per.LOCATION, locations, locations, request.per() != Per.VARIANT, items, request.inStockOnly())
                .map(row -> new StockkeepingKey(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), row.get(3, Boolean.class)));
    }
}
