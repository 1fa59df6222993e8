package org.stockbook.platform.identities;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.springframework.stereotype.Component;

/**
 * Records that others name by number or code, and their ids: {@code itemNumber} and {@code itemId} mean the same record (spec: api, section 2).
 * However many are asked for, of however many kinds, it is one query.
 */
@Component
public class References {
    private static final List<String> KEY_WORDS = List.of("Number", "Code");
    /** What is called after what it does and not after what it is. */
    private static final Map<String, String> SPECIAL = Map.of("transferFrom", "locations", "transferTo", "locations", "inTransit", "locations",
            "unitOfMeasure", "unitsOfMeasure", "parentCategory", "itemCategories");

    private final DSLContext database;
    private final RecordTypes types;
    private final Identities identities;

    References(DSLContext database, RecordTypes types, Identities identities) {
        this.database = database;
        this.types = types;
        this.identities = identities;
    }

    /** A record by the number or code that people know it by. */
    public record Named(String collection, String code) {}

    /** {@code itemNumber} becomes {@code itemId}. */
    public static String idName(String property) {
        return stem(property) + "Id";
    }

    /** {@code item} of {@code itemNumber}; what ends otherwise stays. */
    private static String stem(String property) {
        return KEY_WORDS.stream().filter(property::endsWith).findFirst().map(word -> property.substring(0, property.length() - word.length())).orElse(property);
    }

    /** The collection whose records a property names, as it is called: {@code payToVendorNumber} names vendors. */
    public Optional<String> collectionOf(String property) {
        var stem = stem(property);
        if (stem.equals(property) || stem.isEmpty()) {
            return Optional.empty();
        }
        var words = stem.split("(?=[A-Z])");
        return Stream.iterate(0, from -> from < words.length, from -> from + 1)
                .map(from -> decapitalized(String.join("", List.of(words).subList(from, words.length))))
                .flatMap(name -> Stream.of(SPECIAL.getOrDefault(name, ""), plural(name), name, name + property.substring(stem.length()) + "s"))
                .filter(name -> !name.isEmpty() && types.find(name).filter(References::isNamedByOneCode).isPresent()).findFirst();
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String plural(String name) {
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    /** Whether a number or a code alone says which record is meant. */
    public static boolean isNamedByOneCode(RecordType type) {
        return type.id().isPresent() && type.key().size() == 1 && type.key().getFirst().lookup().isEmpty() && type.key().getFirst().kind().isWritten();
    }

    /** The ids of records; those that are not there are left out. */
    public Map<Named, String> ids(Set<Named> named) {
        var found = new HashMap<Named, String>();
        if (!named.isEmpty()) {
            read(named.stream().map(Named::collection).distinct().toList(), (type, code) -> code.in(named.stream().filter(one -> one.collection().equals(type.collection())).map(Named::code).toList()))
                    .forEach((one, key) -> found.put(one, identities.of(one.collection(), key)));
        }
        return found;
    }

    /** The records of ids that are known to be of a collection, each with its code; those that are not there are left out. */
    public Map<String, String> codes(String collection, Collection<String> ids) {
        var keys = new HashMap<Long, Set<String>>();
        ids.forEach(id -> identities.key(collection, id).ifPresent(key -> keys.computeIfAbsent(key, _ -> new HashSet<>()).add(id)));
        var found = new HashMap<String, String>();
        if (!keys.isEmpty()) {
            read(List.of(collection), (type, _) -> type.id().orElseThrow().in(keys.keySet()))
                    .forEach((one, key) -> keys.getOrDefault(key, Set.of()).forEach(id -> found.put(id, one.code())));
        }
        return found;
    }

    /** Which rows of a kind are meant. */
    @FunctionalInterface
    private interface Wanted {
        Condition of(RecordType type, Field<String> code);
    }

    private Map<Named, Long> read(List<String> collections, Wanted wanted) {
        var found = new HashMap<Named, Long>();
        collections.stream().flatMap(collection -> types.find(collection).filter(References::isNamedByOneCode).stream())
                .<Select<Record3<String, String, Long>>>map(type -> {
                    var code = type.key().getFirst().column().cast(SQLDataType.VARCHAR);
                    var id = type.id().orElseThrow();
                    return DSL.select(DSL.inline(type.collection()), code, id).from(type.table())
                            .where(wanted.of(type, type.key().getFirst().column().coerce(String.class))).and(id.ne(0L)).and(type.visible());
                })
                .reduce(Select::unionAll)
                .ifPresent(query -> database.fetch(query).forEach(row -> found.put(new Named(row.value1(), row.value2()), row.value3())));
        return found;
    }
}
