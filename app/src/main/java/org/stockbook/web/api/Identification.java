package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.identities.References.Named;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.calls.SentReferences;

/**
 * How the rows of a collection and the records that they name are known by ids (spec: api, section 2). Ids are columns that nobody stores: they
 * are shown, selected and filtered by like any other, and read as the keys and codes behind them.
 *
 * @param collection whose rows they are
 * @param column that holds the key of a row; nothing where rows are figures and no records
 * @param references the records that rows name
 */
record Identification(String collection, Optional<String> column, List<Reference> references, Identities identities, References others)
        implements BulkRequest.Ids {
    /** The name of the id of a row. */
    static final String ID = "id";

    Identification {
        references = List.copyOf(references);
    }

    /**
     * A record that rows name twice.
     *
     * @param name {@code itemId}
     * @param column {@code itemNumber}
     * @param collection {@code items}
     */
    record Reference(String name, String column, String collection) {}

    /** The same where only some columns may be seen. */
    Identification seeing(Predicate<String> visible) {
        return new Identification(collection, column, references.stream().filter(reference -> visible.test(reference.column())).toList(), identities, others);
    }

    Optional<Reference> reference(String name) {
        return references.stream().filter(reference -> reference.name().equals(name)).findFirst();
    }

    /** The column behind the name of an id; nothing for any other name. */
    Optional<String> behind(String name) {
        return name.equals(ID) ? column : reference(name).map(Reference::column);
    }

    Optional<String> id(Row row) {
        return column.flatMap(row::value).filter(Number.class::isInstance).map(key -> identities.of(collection, ((Number) key).longValue()));
    }

    /**
     * The value of a column of ids.
     *
     * @param named the ids of what rows name
     */
    Optional<Object> value(String name, Row row, Map<Named, String> named) {
        return name.equals(ID) ? id(row).map(Object.class::cast)
                : reference(name).flatMap(reference -> row.value(reference.column()).flatMap(code -> Optional.ofNullable(named.get(new Named(reference.collection(), code.toString())))));
    }

    /** The key of the row that an id means; nothing for an id of something else. */
    OptionalLong keyOf(String id) {
        return identities.key(collection, id);
    }

    /** The codes of the records that ids mean; of those that are there. */
    List<String> codes(Reference reference, List<String> ids) {
        return List.copyOf(new HashSet<>(others.codes(reference.collection(), ids).values()));
    }

    /** The ids of all records that rows name, by one query. */
    Map<Named, String> named(List<Row> rows, Set<String> selected) {
        var wanted = new HashSet<Named>();
        references.stream().filter(reference -> selected.isEmpty() || selected.contains(reference.name())).forEach(reference ->
                rows.forEach(row -> row.value(reference.column()).ifPresent(code -> wanted.add(new Named(reference.collection(), code.toString())))));
        return others.ids(wanted);
    }

    /**
     * What was sent, with numbers and codes in place of the ids of other records.
     *
     * @throws org.stockbook.web.Problem if an id means nothing, or something else than the number beside it
     */
    @Override
    public List<Map<String, Object>> resolved(List<Map<String, Object>> sent) {
        var resolved = new ArrayList<Map<String, Object>>();
        sent.forEach(values -> resolved.add(new LinkedHashMap<>(values)));
        references.forEach(reference -> {
            var naming = resolved.stream().filter(values -> values.containsKey(reference.name())).toList();
            if (!naming.isEmpty()) {
                var codes = others.codes(reference.collection(), naming.stream().map(values -> String.valueOf(values.get(reference.name()))).toList());
                naming.forEach(values -> resolve(reference, values, codes));
            }
        });
        return resolved;
    }

    /** An id that means nothing is the address of no record. */
    @Override
    public String key(@Nullable String address) {
        var given = address == null ? "" : address;
        return Identities.isId(given) ? Long.toString(keyOf(given).orElse(0)) : given;
    }

    private static void resolve(Reference reference, Map<String, Object> values, Map<String, String> codes) {
        SentReferences.resolve(values, reference.name(), reference.column(), id -> Optional.ofNullable(codes.get(id)));
    }
}
