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
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** What all calls on documents have in common: who is calling, what was read before, how answers and refusals are worded. */
@Component
class DocumentCalls {
    private final Permissions permissions;
    private final CallOutcomes outcomes;
    private final Views views;

    DocumentCalls(Permissions permissions, CallOutcomes outcomes, Views views) {
        this.permissions = permissions;
        this.outcomes = outcomes;
        this.views = views;
    }

    Permissions permissions() {
        return permissions;
    }

    String write(Object body) {
        return outcomes.write(body);
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
        return new EditDocument.Change(key(resource, number), CallOutcomes.required(version), permissions.login());
    }

    /** 0 for knowingly overwriting whatever is there. */
    static int version(String header) {
        return CallOutcomes.version(header);
    }

    static int parse(String number, String field) {
        return CallOutcomes.parse(number, field);
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
        return outcomes.once(key, request, effect);
    }

    /** Refusals: one alone speaks for itself, several are listed. */
    static Problem refused(String lines, List<DocumentIssue> issues) {
        return CallOutcomes.refused(lines, issues);
    }

    static Problem missing(String collection, String number) {
        return CallOutcomes.missing(collection, number);
    }

    static Problem changedByAnother(int version) {
        return CallOutcomes.changedByAnother(version);
    }
}
