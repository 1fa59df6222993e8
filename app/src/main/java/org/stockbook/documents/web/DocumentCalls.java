package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import tools.jackson.databind.json.JsonMapper;

/** What all calls on documents have in common: who is calling, what was read before, how answers and refusals are worded. */
@Component
class DocumentCalls {
    private final Permissions permissions;
    private final RepeatableCalls repeatable;
    private final Views views;
    private final JsonMapper json;

    DocumentCalls(Permissions permissions, RepeatableCalls repeatable, Views views, JsonMapper json) {
        this.permissions = permissions;
        this.repeatable = repeatable;
        this.views = views;
        this.json = json;
    }

    Permissions permissions() {
        return permissions;
    }

    String write(Object body) {
        return json.writeValueAsString(body);
    }

    /** @throws Problem if there is no such collection of documents */
    DocumentResource resource(String collection) {
        return DocumentResource.of(collection).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
    }

    static DocumentKey key(DocumentResource resource, String number) {
        return new DocumentKey(resource.side(), resource.kind(), new DocumentNo(number.toUpperCase(Locale.ROOT)));
    }

    EditDocument.Change changing(DocumentResource resource, String number, String version) {
        permissions.require(resource.change());
        if (version.isEmpty()) {
            throw Problem.of(428, "api.version-required", Map.of());
        }
        return new EditDocument.Change(key(resource, number), version(version), permissions.login());
    }

    /** 0 for knowingly overwriting whatever is there. */
    static int version(String header) {
        return header.isEmpty() || header.equals("*") ? 0 : parse(header.replace("\"", ""), "If-Match");
    }

    static int parse(String number, String field) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException bad) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", field, "value", number));
        }
    }

    ResponseEntity<String> answer(DocumentResource resource, DocumentChanged changed) {
        return answer(resource, kept(resource, changed), List.of());
    }

    ResponseEntity<String> answer(DocumentResource resource, StoredDocument document, List<DocumentIssue> notices) {
        var body = new LinkedHashMap<>(new DocumentAnswers(resource).document(document));
        if (!notices.isEmpty()) {
            body.put("notices", notices(notices));
        }
        return ResponseEntity.ok().eTag("\"" + document.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(write(body));
    }

    /** What a caller should know although nothing was refused. */
    List<Map<String, Object>> notices(List<DocumentIssue> notices) {
        return notices.stream()
                .<Map<String, Object>>map(notice -> Map.of(
                        "code", notice.code(), "text", text(notice), "sequence", notice.line(), "params", notice.parameters()))
                .toList();
    }

    String text(DocumentIssue issue) {
        return views.current().text("error." + issue.code(), issue.parameters());
    }

    static StoredDocument kept(DocumentResource resource, DocumentChanged changed) {
        return switch (changed) {
            case DocumentChanged.Kept kept -> kept.document();
            case DocumentChanged.Refused refused -> throw refused(resource.lines(), refused.issues());
            case DocumentChanged.ChangedByAnother other -> throw changedByAnother(other.version());
            case DocumentChanged.Missing _ -> throw Problem.of(404, "api.not-found", Map.of());
        };
    }

    /** Does what is asked once, however often it is sent. */
    ResponseEntity<String> once(String key, String request, Supplier<CallAnswer> effect) {
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

    /** Refusals: one alone speaks for itself, several are listed. */
    static Problem refused(String lines, List<DocumentIssue> issues) {
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

    static Problem missing(String collection, String number) {
        return Problem.of(404, "api.reference-not-found", Map.of("field", collection, "value", number));
    }

    static Problem changedByAnother(int version) {
        return Problem.of(412, "common.changed-by-another", Map.of("version", version));
    }
}
