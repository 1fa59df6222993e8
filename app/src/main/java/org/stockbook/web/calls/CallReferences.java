package org.stockbook.web.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.identities.References.Named;

/** The records that documents and their lines name: told with their ids beside their numbers, and taken by either (spec: api, section 2). */
@Component
public class CallReferences {
    /** What a line is about; its type says of which collection that is. */
    private static final String OBJECT = "lineObjectNumber";
    private static final Map<String, String> OBJECTS = Map.of("item", "items", "charge", "itemCharges", "account", "accounts");
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("vendorNumber", "vendors"), Map.entry("payToVendorNumber", "vendors"), Map.entry("customerNumber", "customers"),
            Map.entry("billToCustomerNumber", "customers"), Map.entry("currencyCode", "currencies"), Map.entry("paymentTermsCode", "paymentTerms"),
            Map.entry("locationCode", "locations"), Map.entry("reasonCode", "reasonCodes"), Map.entry("responsibilityCenterCode", "responsibilityCenters"),
            Map.entry("unitOfMeasureCode", "unitsOfMeasure"), Map.entry("transferFromCode", "locations"), Map.entry("transferToCode", "locations"),
            Map.entry("inTransitCode", "locations"));

    private final References references;
    private final Identities identities;

    CallReferences(References references, Identities identities) {
        this.references = references;
        this.identities = identities;
    }

    /** The property that holds the id of what another property names; nothing where that names no record. */
    static Optional<String> idOf(String property) {
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
                collect(value, named);
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
                    whole.put(name, told(value, ids));
                    named(object, name).flatMap(one -> Optional.ofNullable(ids.get(one))).ifPresent(id -> whole.put(References.idName(name), id));
                });
                yield whole;
            }
            case List<?> list -> list.stream().map(element -> told(element, ids)).toList();
            default -> answer;
        };
    }

    /** What was sent of a document or of a line, with numbers and codes in place of ids; also of lines that are sent with their document. */
    public Map<String, Object> resolved(Map<String, Object> sent) {
        var resolved = new LinkedHashMap<>(sent);
        sent.forEach((property, value) -> {
            if (value instanceof List<?> lines) {
                resolved.put(property, lines.stream().map(this::resolvedLine).toList());
            }
        });
        COLLECTIONS.forEach((property, collection) -> {
            var id = References.idName(property);
            if (resolved.containsKey(id)) {
                SentReferences.resolve(resolved, id, property, given -> code(collection, given));
            }
        });
        var object = References.idName(OBJECT);
        if (resolved.containsKey(object)) {
            SentReferences.resolve(resolved, object, OBJECT, given -> OBJECTS.values().stream().flatMap(collection -> code(collection, given).stream()).findFirst());
        }
        return resolved;
    }

    private Object resolvedLine(Object line) {
        if (!(line instanceof Map<?, ?> fields)) {
            return line;
        }
        var named = new HashMap<String, Object>();
        fields.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named.keySet().stream().anyMatch(name -> name.endsWith("Id")) ? resolved(named) : fields;
    }

    /** Only an id of that collection is asked for. */
    private Optional<String> code(String collection, String id) {
        return identities.key(collection, id).isEmpty() ? Optional.empty() : Optional.ofNullable(references.codes(collection, List.of(id)).get(id));
    }
}
