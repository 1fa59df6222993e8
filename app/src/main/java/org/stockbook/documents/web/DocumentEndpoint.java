package org.stockbook.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.stockbook.documents.ChangeDocument;
import org.stockbook.documents.DocumentChanged;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.Documents;
import org.stockbook.documents.EditDocument;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Purchase and sales documents: create, read, change, release, post (spec: api, sections 5 and 12). */
abstract class DocumentEndpoint {
    /** What follows the side in the name of a collection. */
    static final String KIND = "{kind:(?:Order|Invoice|ReturnOrder|CreditMemo)s}";

    private static final String DOCUMENT = "/number:{number}";
    private static final String LINES = DOCUMENT + "/{lines:[a-zA-Z]+Lines}";

    private final String side;
    private final Documents documents;
    private final ChangeDocument changeDocument;
    private final PostDocument postDocument;
    private final Permissions permissions;
    private final RepeatableCalls repeatable;
    private final JsonMapper json;

    /** @param side the first word of the collections */
    DocumentEndpoint(String side, Work work, Calls calls) {
        this.side = side;
        this.documents = work.documents();
        this.changeDocument = work.change();
        this.postDocument = work.post();
        this.permissions = calls.permissions();
        this.repeatable = calls.repeatable();
        this.json = calls.json();
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@PathVariable String kind, @RequestBody Map<String, Object> values,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        var resource = resource(kind);
        permissions.require(resource.change());
        var body = new DocumentBody(resource, values);
        var key = new DocumentKey(resource.side(), resource.kind(), new DocumentNo(body.number()));
        var draft = new ChangeDocument.Draft(key, body.partner(), LocalDate.now(Clock.systemDefaultZone()), body.header(), body.lines());
        return once(idempotencyKey, "POST " + resource.collection() + json.writeValueAsString(values), () -> CallAnswer.of(
                201, json.writeValueAsString(new DocumentAnswers(resource).document(kept(resource, changeDocument.create(draft, permissions.login()))))));
    }

    @GetMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String kind, @PathVariable String number) {
        var resource = resource(kind);
        permissions.require(resource.read());
        var found = documents.find(key(resource, number)).orElseThrow(() -> missing(resource, number));
        return answer(resource, found);
    }

    @PatchMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var header = new DocumentBody(resource, values).header();
        return answer(resource, kept(resource, changeDocument.head(changing(resource, number, version), header)));
    }

    @DeleteMapping(DOCUMENT)
    ResponseEntity<Void> delete(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        kept(resource, changeDocument.delete(changing(resource, number, version)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> addLine(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var line = new DocumentBody(resource, values).line(0);
        return answer(resource, kept(resource, changeDocument.lines(changing(resource, number, version), List.of(line))));
    }

    @PatchMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> changeLine(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path.getOrDefault("kind", ""));
        var line = new DocumentBody(resource, values).line(sequence(path));
        return answer(resource, kept(resource, changeDocument.lines(changing(resource, path.getOrDefault("number", ""), version), List.of(line))));
    }

    @DeleteMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> deleteLine(@PathVariable Map<String, String> path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path.getOrDefault("kind", ""));
        var line = new LineNo(sequence(path));
        return answer(resource, kept(resource, changeDocument.remove(changing(resource, path.getOrDefault("number", ""), version), List.of(line))));
    }

    @PostMapping(path = DOCUMENT + "/release", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> release(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        return answer(resource, kept(resource, changeDocument.release(changing(resource, number, version))));
    }

    @PostMapping(path = DOCUMENT + "/reopen", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> reopen(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        return answer(resource, kept(resource, changeDocument.reopen(changing(resource, number, version))));
    }

    /** What posting would write; nothing is written. */
    @PostMapping(path = DOCUMENT + "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    String preview(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Boolean> choice) {
        var resource = resource(kind);
        permissions.require(resource.post());
        var chosen = new PostingChoice(choice.getOrDefault(resource.handle(), false), choice.getOrDefault("invoice", false));
        return switch (postDocument.preview(new PostDocument.Request(key(resource, number), chosen, 0, permissions.login()))) {
            case DocumentPreview.Shown shown -> json.writeValueAsString(DocumentAnswers.preview(shown));
            case DocumentPreview.Refused refused -> throw new DocumentAnswers(resource).refused(refused.issues());
            case DocumentPreview.Missing _ -> throw missing(resource, number);
        };
    }

    /** Posts what is chosen on the lines; the same key gives the first answer again. */
    @PostMapping(path = DOCUMENT + "/post", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Boolean> choice,
            @RequestHeader HttpHeaders headers) {
        var resource = resource(kind);
        permissions.require(resource.post());
        var chosen = new PostingChoice(
                choice.getOrDefault(resource.handle(), false), choice.getOrDefault("invoice", false));
        var match = headers.getFirst(HttpHeaders.IF_MATCH);
        var request = new PostDocument.Request(key(resource, number), chosen, version(match == null ? "" : match), permissions.login());
        var repeat = headers.getFirst("Idempotency-Key");
        return once(repeat == null ? "" : repeat, "POST " + resource.collection() + number + choice, () -> switch (postDocument.post(request)) {
            case PostDocumentOutcome.Posted posted -> CallAnswer.of(200, json.writeValueAsString(posted(resource, posted)));
            case PostDocumentOutcome.Refused refused -> throw new DocumentAnswers(resource).refused(refused.issues());
            case PostDocumentOutcome.ChangedByAnother changed -> throw changedByAnother(changed.version());
            case PostDocumentOutcome.Gone gone -> throw gone(resource, number, gone);
        });
    }

    private static Map<String, Object> posted(DocumentResource resource, PostDocumentOutcome.Posted posted) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("documents", posted.documents().stream()
                .map(name -> Map.of("documentType", name.type().name(), "number", name.no().code()))
                .toList());
        answer.put("itemRegisters", posted.itemRegister() == 0 ? List.of() : List.of(posted.itemRegister()));
        posted.document().ifPresent(document -> answer.put("document", new DocumentAnswers(resource).document(document)));
        return answer;
    }

    private ResponseEntity<String> once(String key, String request, Supplier<CallAnswer> effect) {
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

    private ResponseEntity<String> answer(DocumentResource resource, StoredDocument document) {
        return ResponseEntity.ok()
                .eTag("\"" + document.version() + "\"")
                .body(json.writeValueAsString(new DocumentAnswers(resource).document(document)));
    }

    private EditDocument.Change changing(DocumentResource resource, String number, String version) {
        permissions.require(resource.change());
        if (version.isEmpty()) {
            throw Problem.of(428, "api.version-required", Map.of());
        }
        return new EditDocument.Change(key(resource, number), version(version), permissions.login());
    }

    private static StoredDocument kept(DocumentResource resource, DocumentChanged changed) {
        return switch (changed) {
            case DocumentChanged.Kept kept -> kept.document();
            case DocumentChanged.Refused refused -> throw new DocumentAnswers(resource).refused(refused.issues());
            case DocumentChanged.ChangedByAnother other -> throw changedByAnother(other.version());
            case DocumentChanged.Missing _ -> throw missing(resource, "");
        };
    }

    private DocumentResource resource(String kind) {
        return DocumentResource.of(side + kind).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
    }

    private static DocumentKey key(DocumentResource resource, String number) {
        return new DocumentKey(resource.side(), resource.kind(), new DocumentNo(number.toUpperCase(Locale.ROOT)));
    }

    private static int sequence(Map<String, String> path) {
        return parse(path.getOrDefault("sequence", ""), "sequence");
    }

    /** 0 for knowingly overwriting whatever is there. */
    private static int version(String header) {
        return header.isEmpty() || header.equals("*") ? 0 : parse(header.replace("\"", ""), "If-Match");
    }

    private static int parse(String number, String field) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException bad) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", field, "value", number));
        }
    }

    private static Problem missing(DocumentResource resource, String number) {
        return Problem.of(404, "api.reference-not-found", Map.of("field", resource.collection(), "value", number));
    }

    private static Problem changedByAnother(int version) {
        return Problem.of(412, "common.changed-by-another", Map.of("version", version));
    }

    /** Posted and removed: what became of it; never there: not found. */
    private static Problem gone(DocumentResource resource, String number, PostDocumentOutcome.Gone gone) {
        return gone.documents().isEmpty()
                ? missing(resource, number)
                : Problem.of(410, "api.gone", Map.of("documents", String.join(", ", gone.documents().stream().map(name -> name.no().code()).toList())));
    }
}
