package org.stockbook.web.calls;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stockbook.web.Problem;

/** Who writes a reference names a record by its number or code, by its id, or by both (spec: api, section 2). */
public final class SentReferences {
    private SentReferences() {}

    /**
     * Puts the number or code in the place of the id that was sent; a blank id blanks the reference.
     *
     * @param values as they were sent; they are changed
     * @param idName for instance {@code itemId}
     * @param codeName for instance {@code itemNumber}
     * @param code the number or code of the record that an id means
     * @throws Problem if the id means nothing, or something else than the number beside it
     */
    public static void resolve(Map<String, Object> values, String idName, String codeName, Function<String, Optional<String>> code) {
        var given = values.remove(idName);
        var id = given == null ? "" : given.toString().strip();
        var meant = id.isEmpty() ? "" : code.apply(id).orElseThrow(() -> refused(422, "api.reference-not-found", idName, id));
        var beside = values.get(codeName);
        if (values.containsKey(codeName) && !meant.equalsIgnoreCase(beside == null ? "" : beside.toString().strip())) {
            throw refused(422, "api.reference-mismatch", idName, id);
        }
        values.put(codeName, meant);
    }

    private static Problem refused(int status, String code, String field, String value) {
        return Problem.at(status, code, "/" + field, Map.of("field", field, "value", value));
    }
}
