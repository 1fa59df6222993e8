package org.stockbook.items.store.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.items.ItemNames;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.items.ReferenceChoice.Kind;
import org.stockbook.kernel.items.ReferenceChoice.Reference;

/** The names of items: numbers, references, bar codes and words. */
@Repository
class ItemNamesInPostgres implements ItemNames {
    private static final String REFERENCES = """
            SELECT r.reference_no, r.reference_type::text, coalesce(c.no, w.no, ''), i.no, v.code, coalesce(u.code, ''), r.description
            FROM item_reference r JOIN item i ON i.id = r.item_id JOIN item_variant v ON v.id = r.variant_id
            LEFT JOIN unit_of_measure u ON u.id = r.unit_of_measure_id LEFT JOIN customer c ON c.id = r.customer_id LEFT JOIN vendor w ON w.id = r.vendor_id
            WHERE r.reference_no = ANY (?::text[]) AND i.deleted_at IS NULL
                AND (r.starting_date IS NULL OR r.starting_date <= ?::date) AND (r.ending_date IS NULL OR r.ending_date >= ?::date)
            UNION ALL
            SELECT i.gtin, 'BAR_CODE', '', i.no, '', coalesce(u.code, ''), ''
            FROM item i LEFT JOIN unit_of_measure u ON u.id = i.base_unit_of_measure_id
            WHERE i.gtin <> '' AND i.gtin = ANY (?::text[]) AND i.deleted_at IS NULL""";
    private static final String DESCRIBED = """
            SELECT t.text, i.no FROM unnest(?::text[], ?::text[]) AS t (text, pattern)
            CROSS JOIN LATERAL (SELECT s.item_id FROM item_search s JOIN item x ON x.id = s.item_id WHERE s.words LIKE t.pattern ESCAPE '!'
                AND lower(concat_ws(' ', x.description, x.description_2, x.search_description)) LIKE t.pattern ESCAPE '!' LIMIT ?) AS hit
            JOIN item i ON i.id = hit.item_id
            ORDER BY i.no""";

    private final DSLContext database;

    ItemNamesInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Set<String> numbers(Collection<String> texts) {
        return database.fetch("SELECT no FROM item WHERE no = ANY (?::text[]) AND deleted_at IS NULL", array(texts)).stream()
                .map(row -> row.get(0, String.class)).collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<Reference>> references(Collection<String> texts, LocalDate on) {
        var found = new HashMap<String, List<Reference>>();
        database.fetch(REFERENCES, array(texts), on, on, array(texts)).forEach(row -> found.computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>()).add(
                new Reference(Kind.valueOf(row.get(1, String.class)), given(row.get(2, String.class)).map(PartnerNo::new), new ItemNo(row.get(3, String.class)),
                        new VariantCode(row.get(4, String.class)), given(row.get(5, String.class)).map(UnitCode::new), row.get(6, String.class))));
        return found;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(code -> !code.isEmpty());
    }

    @Override
    public Map<String, List<String>> described(Collection<String> texts, int most) {
        var found = new HashMap<String, List<String>>();
        var ordered = List.copyOf(texts);
        Object patterns = ordered.stream().map(ItemNamesInPostgres::pattern).toArray(String[]::new);
        database.fetch(DESCRIBED, array(ordered), patterns, most)
                .forEach(row -> found.computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>()).add(row.get(1, String.class)));
        return found;
    }

    /** The words in their order, whatever stands between them. */
    static String pattern(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_").replaceAll("\\s+", "%") + "%";
    }

    private static Object array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
