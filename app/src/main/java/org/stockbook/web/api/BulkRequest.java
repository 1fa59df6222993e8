package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordType;
import org.stockbook.web.Problem;

/**
 * Many operations in one request (spec: api, section 5).
 *
 * @param mode {@code atomic}, the default, or {@code independent}
 */
record BulkRequest(@Nullable String mode, @Nullable List<@Nullable Operation> operations) {
    private static final int MOST_OPERATIONS = 10_000;

    /**
     * One operation.
     *
     * @param method create, update, upsert or delete
     * @param key as in an address: {@code 17} or {@code number:1000}; for update and delete
     * @param version that was read; absent to overwrite whatever is there
     */
    record Operation(@Nullable String method, @Nullable String key, @Nullable Long version, @Nullable Map<String, Object> data) {
        private Operation with(String newKey, Map<String, Object> newData) {
            return new Operation(method, newKey, version, newData);
        }
    }

    /** What ids stand for. */
    interface Ids {
        /** Records as they were sent, with numbers and codes in place of the ids of others. */
        List<Map<String, Object>> resolved(List<Map<String, Object>> sent);

        /** The address of a record without an id; empty for none. */
        String key(@Nullable String address);
    }

    /** Reads the operations; ids have been put in the place of the numbers and keys that they stand for. */
    Bulk of(RecordType type, Ids ids) {
        var atomic = switch (mode == null ? "atomic" : mode) {
            case "atomic" -> true;
            case "independent" -> false;
            default -> throw Problem.of(400, "api.malformed", Map.of("reason", "mode"));
        };
        var asked = operations == null ? List.<@Nullable Operation>of() : operations;
        if (asked.size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var data = ids.resolved(asked.stream().map(operation -> operation == null || operation.data() == null ? Map.<String, Object>of() : operation.data()).toList());
        var methods = new ArrayList<Bulk.Method>();
        var drafts = new ArrayList<RecordDraft>();
        for (var operation : asked) {
            var place = "operations/" + drafts.size();
            if (operation == null) {
                throw Problem.of(400, "api.malformed", Map.of("reason", place));
            }
            methods.add(method(operation, place));
            drafts.add(draft(type, operation.with(ids.key(operation.key()), data.get(drafts.size())), methods.getLast(), drafts.size()));
        }
        return new Bulk(atomic, Bulk.runs(methods, drafts));
    }

    private static Bulk.Method method(Operation operation, String place) {
        try {
            return Bulk.Method.valueOf(operation.method() == null ? "" : operation.method().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(400, "api.malformed", Map.of("reason", place + "/method"));
        }
    }

    private static RecordDraft draft(RecordType type, Operation operation, Bulk.Method method, int place) {
        var key = operation.key() == null ? "" : operation.key();
        var addressed = method == Bulk.Method.UPDATE || method == Bulk.Method.DELETE;
        if (addressed == key.isEmpty()) {
            throw Problem.of(400, "api.malformed", Map.of("reason", "operations/" + place + "/key"));
        }
        var values = operation.data() == null ? Map.<String, Object>of() : new LinkedHashMap<>(operation.data());
        return new RecordDraft(place, addressed ? RecordAddress.of(type, key) : Map.of(),
                operation.version() == null ? OptionalLong.empty() : OptionalLong.of(operation.version()), RecordAddress.plain(values));
    }
}
