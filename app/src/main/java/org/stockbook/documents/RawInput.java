package org.stockbook.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was typed in a field of a line and could not be taken.
 *
 * @param code of what is wrong with it; empty where it only waits for another field to be mended
 */
public record RawInput(String text, String code) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of nearly all lines. */
    private static final String NOTHING = "{}";

    /** Fields of a line as one document. */
    public static String write(Map<String, RawInput> fields) {
        return fields.isEmpty() ? NOTHING : JSON.writeValueAsString(fields);
    }

    /** What was written, by fields. */
    public static Map<String, RawInput> read(String written) {
        if (written.equals(NOTHING)) {
            return Map.of();
        }
        var fields = new LinkedHashMap<String, RawInput>();
        JSON.readTree(written).properties().forEach(field ->
                fields.put(field.getKey(), new RawInput(field.getValue().path("text").asString(), field.getValue().path("code").asString())));
        return fields;
    }
}
