package org.stockbook.documents.calls;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** How calls on documents end: with an answer that is given again if they are sent again, or with a problem. */
@Component
public class CallOutcomes {
    private final RepeatableCalls repeatable;
    private final JsonMapper json;

    CallOutcomes(RepeatableCalls repeatable, JsonMapper json) {
        this.repeatable = repeatable;
        this.json = json;
    }

    public String write(Object body) {
        return json.writeValueAsString(body);
    }

    /** Does what is asked once, however often it is sent. */
    public ResponseEntity<String> once(String key, String request, Supplier<CallAnswer> effect) {
        try {
            var answer = repeatable.answer(key, request, effect);
            var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
            if (answer.replayed()) {
                response.header("Idempotency-Replayed", "true");
            }
            return response.body(answer.body());
        } catch (CallRefused refused) {
            throw Problem.of(refused.status(), refused.code(), Map.of("reason", "Idempotency-Key"));
        }
    }

    /** The version that a caller has read, which a change must name; 0 for knowingly overwriting whatever is there. */
    public static int required(String header) {
        if (header.isEmpty()) {
            throw Problem.of(428, "api.version-required", Map.of());
        }
        return version(header);
    }

    /** 0 for whatever is there. */
    public static int version(String header) {
        return header.isEmpty() || header.equals("*") ? 0 : parse(header.replace("\"", ""), "If-Match");
    }

    public static int parse(String number, String field) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException bad) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", field, "value", number));
        }
    }

    /** Refusals: one alone about the document speaks for itself, others are listed with their places. */
    public static Problem refused(String lines, List<DocumentIssue> issues) {
        var first = issues.getFirst();
        if (issues.size() == 1 && first.line() == 0) {
            return Problem.of(first.code().equals("common.status-not-open") ? 409 : 422, first.code(), first.parameters());
        }
        var parts = issues.stream()
                .map(issue -> {
                    var place = IssuePlace.of(lines, issue);
                    return new Problem.Part(issue.code(), "error", place.pointer(), place.target(), issue.parameters());
                })
                .toList();
        return new Problem(new Problem.Facts(422, "api.posting-refused", Map.of("count", issues.size()), parts));
    }

    public static Problem missing(String collection, String number) {
        return Problem.of(404, "api.reference-not-found", Map.of("field", collection, "value", number));
    }

    /** Posted and removed: what became of it; never there: not found. */
    public static Problem gone(String collection, String number, List<String> posted) {
        return posted.isEmpty() ? missing(collection, number) : Problem.of(410, "api.gone", Map.of("documents", String.join(", ", posted)));
    }

    public static Problem changedByAnother(int version) {
        return Problem.of(412, "common.changed-by-another", Map.of("version", version));
    }
}
