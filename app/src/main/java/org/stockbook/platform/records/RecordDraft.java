package org.stockbook.platform.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What somebody wants a record to be.
 *
 * @param row its place in the request or file, for answers
 * @param address the record to change: {@code id} or all fields of the key; empty for a new one
 * @param version the version that was read; absent to overwrite whatever is there
 * @param values by field: texts, numbers and flags as they came; an empty text blanks the field
 */
public record RecordDraft(int row, Map<String, Object> address, OptionalLong version, Map<String, Object> values) {
    public RecordDraft {
        address = Map.copyOf(address);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static RecordDraft of(int row, Map<String, ?> values) {
        return new RecordDraft(row, Map.of(), OptionalLong.empty(), new LinkedHashMap<>(values));
    }
}
