package org.stockbook.web.calls;

import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/** Actions whose effect must not come twice: a request that is sent again under its key gets the first answer (spec: api, section 5.2). */
@Component
public class OnceOnly {
    private final RepeatableCalls repeatable;
    private final Permissions permissions;
    private final JsonMapper json;

    OnceOnly(RepeatableCalls repeatable, Permissions permissions, JsonMapper json) {
        this.repeatable = repeatable;
        this.permissions = permissions;
        this.json = json;
    }

    /**
     * Does the work, with its answer kept in the same transaction.
     *
     * @param permission without which nobody is told anything, not even that a key is missing
     * @param key of the caller, without which the call is refused
     * @param request everything that is asked for, to tell another request under the same key
     */
    public ResponseEntity<String> answer(Permission permission, String key, String request, Supplier<?> work) {
        permissions.require(permission);
        var needed = LinesOfCall.needed(key);
        var answer = LinesOfCall.once(() -> repeatable.answer(needed, request, () -> CallAnswer.of(200, json.writeValueAsString(work.get()))));
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        return (answer.replayed() ? response.header("Idempotency-Replayed", "true") : response).body(answer.body());
    }
}
