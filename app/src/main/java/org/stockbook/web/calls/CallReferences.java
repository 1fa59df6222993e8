package org.stockbook.web.calls;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.identities.References.Named;

/** The records that documents and their lines name: told with their ids beside their numbers, and taken by either (spec: api, section 2). */
@Component
public class CallReferences {
    /** Texts that could not be taken name nothing. */
    private static final String RAW = "rawInput";
    /** What a line is about; its type says of which collection that is. */
    private static final String OBJECT = "lineObjectNumber";
    private static final Map<String, String> OBJECTS = Map.of("item", "items", "charge", "itemCharges", "account", "accounts");
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("vendorNumber", "vendors"), Map.entry("payToVendorNumber", "vendors"), Map.entry("customerNumber", "customers"),
            Map.entry("billToCustomerNumber", "customers"), Map.entry("currencyCode", "currencies"), Map.entry("paymentTermsCode", "paymentTerms"), Map.entry("shipmentMethodCode", "shipmentMethods"),
            Map.entry("locationCode", "locations"), Map.entry("reasonCode", "reasonCodes"), Map.entry("returnReasonCode", "returnReasons"), Map.entry("responsibilityCenterCode", "responsibilityCenters"),
            Map.entry("unitOfMeasureCode", "unitsOfMeasure"), Map.entry("transferFromCode", "locations"), Map.entry("transferToCode", "locations"),
            Map.entry("inTransitCode", "locations"), Map.entry("itemNumber", "items"), Map.entry("newLocationCode", "locations"),
            Map.entry("generalBusinessPostingGroupCode", "generalBusinessPostingGroups"));
    private static final List<String> NAMED_BY_CODE = Stream.concat(COLLECTIONS.keySet().stream(), Stream.of(OBJECT)).sorted().toList();
    /** Which collections an id may be of, by the name that it is sent under. */
    private static final Map<String, Set<String>> COLLECTIONS_BY_ID = NAMED_BY_CODE.stream().collect(Collectors.toMap(References::idName,
            property -> property.equals(OBJECT) ? Set.copyOf(OBJECTS.values()) : Set.of(COLLECTIONS.getOrDefault(property, ""))));

    private final References references;

    CallReferences(References references) {
        this.references = references;
    }

    /** The property that holds the id of what another property names; nothing where that names no record. */
    public static Optional<String> idOf(String property) {
        return property.equals(OBJECT) || COLLECTIONS.containsKey(property) ? Optional.of(References.idName(property)) : Optional.empty();
    }

    /** An answer with the ids of all records that it names, by one query. */
    public Object told(Object answer) {
        var named = new HashSet<Named>();
        collect(answer, named);
        var ids = references.ids(named);
        return ids.isEmpty() ? answer : told(answer, ids);
    }

    private static void collect(Object answer, Set<Named> named) {
        if (answer instanceof Map<?, ?> object) {
            object.forEach((property, value) -> {
                named(object, String.valueOf(property)).ifPresent(named::add);
                if (!RAW.equals(property)) {
                    collect(value, named);
                }
            });
        } else if (answer instanceof List<?> list) {
            list.forEach(element -> collect(element, named));
        }
    }

    private static Optional<Named> named(Map<?, ?> object, String property) {
        var collection = property.equals(OBJECT) ? OBJECTS.get(String.valueOf(object.get("lineType"))) : COLLECTIONS.get(property);
        return collection != null && object.get(property) instanceof String code && !code.isEmpty() ? Optional.of(new Named(collection, code)) : Optional.empty();
    }

    private static Object told(Object answer, Map<Named, String> ids) {
        return switch (answer) {
            case Map<?, ?> object -> {
                var whole = new LinkedHashMap<String, Object>();
                object.forEach((property, value) -> {
                    var name = String.valueOf(property);
                    whole.put(name, name.equals(RAW) ? value : told(value, ids));
                    named(object, name).flatMap(one -> Optional.ofNullable(ids.get(one))).ifPresent(id -> whole.put(References.idName(name), id));
                });
                yield whole;
            }
            case List<?> list -> list.stream().map(element -> told(element, ids)).toList();
            default -> answer;
        };
    }

    /** What was sent of a document with its lines, or of a line, with numbers and codes in place of ids: one query a kind of record, however many lines. */
    public Map<String, Object> resolved(Map<String, Object> sent) {
        return resolving(List.of(sent)).apply(sent);
    }

    /**
     * Puts numbers and codes in place of ids, in each of many things that were sent, one after the other: one query a kind of record, however many
     * they are. An id that means nothing is refused where it stands.
     */
    public UnaryOperator<Map<String, Object>> resolving(Collection<? extends Map<?, ?>> sent) {
        var asked = new HashMap<String, Set<String>>();
        sent.forEach(one -> collectIds(one, asked));
        var codes = new HashMap<Named, String>();
        asked.forEach((collection, ids) -> references.codes(collection, ids).forEach((id, code) -> codes.put(new Named(collection, id), code)));
        return one -> resolved(one, codes);
    }

    /** The ids that are sent, by the collections whose records they may mean. */
    private static void collectIds(Map<?, ?> sent, Map<String, Set<String>> asked) {
        sent.forEach((property, value) -> {
            if (value instanceof List<?> lines) {
                lines.stream().filter(Map.class::isInstance).forEach(line -> collectIds((Map<?, ?>) line, asked));
            } else if (value != null) {
                COLLECTIONS_BY_ID.getOrDefault(String.valueOf(property), Set.of())
                        .forEach(collection -> asked.computeIfAbsent(collection, _ -> new HashSet<>()).add(value.toString().strip()));
            }
        });
    }

    /** @param codes what the ids mean, as records of each collection */
    private static Map<String, Object> resolved(Map<?, ?> sent, Map<Named, String> codes) {
        var resolved = new LinkedHashMap<String, Object>();
        sent.forEach((property, value) -> resolved.put(String.valueOf(property), value instanceof List<?> lines
                ? lines.stream().map(line -> line instanceof Map<?, ?> fields ? resolved(fields, codes) : line).toList() : value));
        NAMED_BY_CODE.forEach(property -> {
            var id = References.idName(property);
            if (resolved.containsKey(id)) {
                SentReferences.resolve(resolved, id, property, given -> COLLECTIONS_BY_ID.getOrDefault(id, Set.of()).stream()
                        .flatMap(collection -> Optional.ofNullable(codes.get(new Named(collection, given))).stream()).findFirst());
            }
        });
        return resolved;
    }
}
