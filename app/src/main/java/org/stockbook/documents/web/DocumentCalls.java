package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.IssueAnswers;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.Preferred;
import org.stockbook.web.calls.SentBack;

/** What all calls on documents have in common: who is calling, what was read before, how answers and refusals are worded. */
@Component
class DocumentCalls {
    private final Documents documents;
    private final Permissions permissions;
    private final CallOutcomes outcomes;
    private final IssueAnswers issues;
    private final Preferred preferred;

    DocumentCalls(Documents documents, Permissions permissions, CallOutcomes outcomes, IssueAnswers issues, Preferred preferred) {
        this.documents = documents;
        this.permissions = permissions;
        this.outcomes = outcomes;
        this.issues = issues;
        this.preferred = preferred;
    }

    Permissions permissions() {
        return permissions;
    }

    DocumentAnswers answers(DocumentResource resource) {
        return new DocumentAnswers(resource, outcomes, this::text);
    }

    /** A posted document; posted invoices and credit memos have ids of their own among those that are not posted. */
    Map<String, Object> posted(PostedResource resource, PostedDocument document) {
        return PostedAnswers.document(resource, document, answers(resource.wording()), outcomes);
    }

    /** The lines of a posted document. */
    List<Map<String, Object>> postedLines(PostedResource resource, PostedDocument document) {
        return PostedAnswers.lines(resource, document, outcomes);
    }

    Map<String, Object> postedLine(PostedResource resource, PostedDocument document, int sequence) {
        return postedLines(resource, document).stream().filter(line -> Integer.valueOf(sequence).equals(line.get("sequence"))).findFirst()
                .orElseThrow(() -> missing(resource.lines(), Integer.toString(sequence)));
    }

    ResponseEntity<String> answer(PostedResource resource, PostedDocument document) {
        var body = posted(resource, document);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + resource.collection() + "/" + body.get("id")).contentType(MediaType.APPLICATION_JSON).body(write(body));
    }

    /** Documents and lines as they were sent, with numbers and codes in place of ids. */
    Map<String, Object> resolved(Map<String, Object> sent) {
        return outcomes.resolved(sent);
    }

    /** The same for many, which are read one after the other; what they name is looked up at once. */
    UnaryOperator<Map<String, Object>> resolving(List<Map<String, Object>> sent) {
        return outcomes.resolving(sent);
    }

    String request(Object body) {
        return outcomes.request(body);
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

    ResponseEntity<String> answer(DocumentResource resource, DocumentChanged changed, Sent<DocumentKey> sent) {
        return answer(resource, kept(resource, changed, sent), List.of());
    }

    ResponseEntity<String> answer(DocumentResource resource, StoredDocument document, List<DocumentIssue> notices) {
        var body = new LinkedHashMap<>(answers(resource).document(document));
        if (!notices.isEmpty()) {
            body.put("notices", notices(notices));
        }
        return ResponseEntity.ok().eTag("\"" + document.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + resource.collection() + "/" + body.get("id"))
                .contentType(MediaType.APPLICATION_JSON).body(write(body));
    }

    /** What a caller should know although nothing was refused. */
    List<Map<String, Object>> notices(List<DocumentIssue> notices) {
        return notices.stream()
                .<Map<String, Object>>map(notice -> Map.of(
                        "code", notice.code(), "text", text(notice), "sequence", notice.line(), "params", notice.parameters()))
                .toList();
    }

    IssueAnswers issues() {
        return issues;
    }

    String text(DocumentIssue issue) {
        return issues.text(issue);
    }

    /** What was sent without what cannot be written and was sent back as it was read. */
    Map<String, Object> writable(DocumentResource resource, Sent<DocumentKey> sent) {
        var answers = answers(resource);
        var fields = sent.line().isPresent() ? DocumentBody.lineFields(resource).keySet() : DocumentBody.headerFields().keySet();
        return SentBack.without(outcomes.resolved(sent.values()), fields, () -> documents.find(sent.document())
                .map(found -> sent.line().isPresent() ? answers.line(found, sent.line().getAsInt()) : answers.document(found)).orElseGet(Map::of));
    }

    /** Whether lines are to keep as text what cannot be taken. */
    boolean lenient() {
        return preferred.lenient();
    }

    /** What was sent of a line that is there. */
    LineChange line(DocumentResource resource, Sent<DocumentKey> sent) {
        var line = sent.line().orElseThrow();
        return new DocumentBody(resource, writable(resource, sent), lenient()).line(line, rawInput(sent.document()).getOrDefault(new LineNo(line), Map.of()));
    }

    Map<LineNo, Map<String, RawInput>> rawInput(DocumentKey key) {
        return documents.rawInput(key);
    }

    StoredDocument kept(DocumentResource resource, DocumentChanged changed, Sent<DocumentKey> sent) {
        return switch (changed) {
            case DocumentChanged.Kept kept -> kept.document();
            case DocumentChanged.Refused refused -> throw CallOutcomes.refused(places(resource, sent), refused.issues());
            case DocumentChanged.ChangedByAnother other -> throw changedByAnother(resource, other.now(), sent);
            case DocumentChanged.Missing _ -> throw missing(resource.collection(), sent.document().no().code());
        };
    }

    /** A document that could not be made. */
    StoredDocument created(DocumentResource resource, DocumentChanged changed) {
        return switch (changed) {
            case DocumentChanged.Kept kept -> kept.document();
            case DocumentChanged.Refused refused -> throw CallOutcomes.refused(LinePlaces.sent(resource.lines()), refused.issues());
            case DocumentChanged.ChangedByAnother _, DocumentChanged.Missing _ -> throw Problem.of(404, "api.not-found", Map.of());
        };
    }

    private LinePlaces places(DocumentResource resource, Sent<DocumentKey> sent) {
        return sent.line().isPresent() ? LinePlaces.alone(resource.lines()) : places(resource, sent.document());
    }

    /** Where the lines of a document stand in it. */
    LinePlaces places(DocumentResource resource, DocumentKey key) {
        var lines = documents.find(key).map(found -> found.document().lines()).orElseGet(List::of);
        return LinePlaces.of(resource.lines(), lines.stream().map(line -> line.no().value()));
    }

    Problem changedByAnother(DocumentResource resource, StoredDocument now, Sent<DocumentKey> sent) {
        var answers = answers(resource);
        var mark = sent.line().stream().boxed().findFirst().filter(_ -> sent.ofLine()).flatMap(line -> now.mark(new LineNo(line)));
        if (mark.isPresent()) {
            var last = mark.get();
            return new Overtaken(Integer.toString(last.version()), last.changedBy(), Optional.of(last.changedAt()), answers.line(now, sent.line().getAsInt())).against(sent.values());
        }
        var theirs = sent.line().isPresent() ? answers.line(now, sent.line().getAsInt()) : answers.document(now);
        return outcomes.changedByAnother(resource.side() + "_" + resource.kind(), now.document().header().no().code(), theirs, sent.values());
    }

    /** Does what is asked once, however often it is sent. */
    ResponseEntity<String> once(String key, String request, Supplier<CallAnswer> effect) {
        return outcomes.once(key, request, effect);
    }

    /** The same for what must not be done twice by mistake. */
    ResponseEntity<String> onceKeyed(String key, String request, Supplier<CallAnswer> effect) {
        return outcomes.onceKeyed(key, request, effect);
    }

    /** Finds out what an effect would answer with; nothing of it stays. */
    <T> T tried(Supplier<T> effect) {
        return outcomes.tried(effect);
    }

    ResponseEntity<String> created(DocumentResource resource, ResponseEntity<String> answer) {
        return outcomes.created(resource.collection(), answer);
    }

    static Problem missing(String collection, String number) {
        return CallOutcomes.missing(collection, number);
    }
}
