package org.stockbook.web.calls;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import tools.jackson.databind.json.JsonMapper;

/** Lines of journals that are made one by one: a request that is sent again under its key makes no second line (spec: api, section 5.2). */
@Component
public class LineMade {
    private static final int CREATED = 201;

    private final RepeatableCalls repeatable;
    private final JsonMapper json;

    LineMade(RepeatableCalls repeatable, JsonMapper json) {
        this.repeatable = repeatable;
        this.json = json;
    }

    /**
     * Makes the line, with its answer kept in the same transaction.
     *
     * @param key of the caller; empty where it will not be sent again
     * @param request everything that is asked for, to tell another request under the same key
     * @param work makes the line, which has an {@code id} and an {@code etag}
     */
    public ResponseEntity<String> answer(String collection, String key, String request, Supplier<Map<String, Object>> work) {
        var answer = LinesOfCall.once(() -> repeatable.answer(key, "POST " + collection + " " + request, () -> CallAnswer.of(CREATED, json.writeValueAsString(work.get()))));
        var line = json.readTree(answer.body());
        var address = address(collection, Map.of("id", line.path("id").asString()));
        var response = ResponseEntity.status(answer.status()).eTag("\"" + line.path("etag").asString() + "\"").header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CONTENT_LOCATION, address).contentType(MediaType.APPLICATION_JSON);
        return (answer.replayed() ? response.header("Idempotency-Replayed", "true") : response).body(answer.body());
    }

    /** Where a line is read again. */
    public static String address(String collection, Map<String, Object> line) {
        return "/api/v1/" + collection + "/" + line.get("id");
    }
}
