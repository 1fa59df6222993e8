package org.stockbook.documents.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.editing.DocumentVersions;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.identities.Identities;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.Overtaken;
import tools.jackson.databind.json.JsonMapper;

/** How calls on documents end: with an answer that is given again if they are sent again, or with a problem. */
@Component
public class CallOutcomes {
    private final RepeatableCalls repeatable;
    private final DocumentVersions versions;
    private final CallReferences references;
    private final Identities identities;
    private final JsonMapper json;

    CallOutcomes(RepeatableCalls repeatable, DocumentVersions versions, CallReferences references, Identities identities, JsonMapper json) {
        this.repeatable = repeatable;
        this.versions = versions;
        this.references = references;
        this.identities = identities;
        this.json = json;
    }

    /** An answer; the records that it names stand in it with their ids, too. */
    public String write(Object body) {
        return json.writeValueAsString(references.told(body));
    }

    /** What was sent, as it is told from other requests. */
    public String request(Object body) {
        return json.writeValueAsString(body);
    }

    /** What was sent, with numbers and codes in place of ids. */
    public Map<String, Object> resolved(Map<String, Object> sent) {
        return references.resolved(sent);
    }

    /** The same for many things that were sent, which are read one after the other; what they name is looked up at once. */
    public UnaryOperator<Map<String, Object>> resolving(Collection<Map<String, Object>> sent) {
        return references.resolving(sent);
    }

    /** The id of a record. */
    public String id(String resource, long key) {
        return identities.of(resource, key);
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

    /**
     * The same for what must not be done twice by mistake, such as posting.
     *
     * @throws Problem without a key
     */
    public ResponseEntity<String> onceKeyed(String key, String request, Supplier<CallAnswer> effect) {
        return once(LinesOfCall.needed(key), request, effect);
    }

    /** Finds out what an effect would answer with; nothing of it stays. */
    public <T> T tried(Supplier<T> effect) {
        return repeatable.tried(effect);
    }

    /** A document that was made stands at an address of its own and has a version. */
    public ResponseEntity<String> created(String collection, ResponseEntity<String> answer) {
        var made = json.readTree(answer.getBody());
        return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()).eTag("\"" + made.path("etag").asString() + "\"")
                .header(HttpHeaders.LOCATION, "/api/v1/" + collection + "/number:" + URLEncoder.encode(made.path("number").asString(), StandardCharsets.UTF_8).replace("+", "%20"))
                .body(answer.getBody());
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
        return header.isEmpty() || header.equals("*") ? 0 : parse(header.strip().replaceFirst("^W/", "").replace("\"", ""), "If-Match");
    }

    public static int parse(String number, String field) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException bad) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", field, "value", number));
        }
    }

    /** Refusals, each with its place; one alone about the document gives the whole its name. */
    public static Problem refused(LinePlaces lines, List<DocumentIssue> issues) {
        var first = issues.getFirst();
        var parts = issues.stream()
                .map(issue -> {
                    var place = IssuePlace.of(lines, issue);
                    return new Problem.Part(issue.code(), "error", place.pointer(), place.target(), issue.parameters());
                })
                .toList();
        return issues.size() == 1 && first.line() == 0
                ? new Problem(new Problem.Facts(first.code().equals("common.status-not-open") ? 409 : 422, first.code(), first.parameters(), parts))
                : new Problem(new Problem.Facts(422, "api.posting-refused", Map.of("count", issues.size()), parts));
    }

    public static Problem missing(String collection, String number) {
        return Problem.of(404, "api.reference-not-found", Map.of("field", collection, "value", number));
    }

    /** Posted and removed: what became of it; never there: not found. */
    public static Problem gone(String collection, String number, List<String> posted) {
        return posted.isEmpty() ? missing(collection, number) : Problem.of(410, "api.gone", Map.of("documents", String.join(", ", posted)));
    }

    /**
     * A document that somebody else has changed.
     *
     * @param kind as stored, for instance {@code PURCHASE_ORDER}
     * @param theirs what it says now, of the document or of the line that was to be changed
     * @param yours what the caller wanted to write there
     */
    public Problem changedByAnother(String kind, String number, Map<String, Object> theirs, Map<String, Object> yours) {
        var now = Optional.ofNullable(versions.now(kind, Set.of(number)).get(number));
        return new Overtaken(now.map(version -> Integer.toString(version.number())).orElse(""), now.map(DocumentVersions.Version::changedBy).orElse(""),
                now.map(DocumentVersions.Version::changedAt), theirs).against(yours);
    }
}
