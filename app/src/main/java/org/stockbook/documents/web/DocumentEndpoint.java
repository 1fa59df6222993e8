package org.stockbook.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.BulkCalls;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.calls.PreviewAnswers;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.HeaderChange;
import org.stockbook.documents.posted.ReadPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Purchase and sales documents: create, read, change, release, post (spec: api, sections 5 and 12). */
abstract class DocumentEndpoint {
    /** What follows the side in the name of a collection. */
    static final String KIND = "{kind:(?:Quote|Order|Invoice|ReturnOrder|CreditMemo)s}";

    private static final String DOCUMENT = "/number:{number}";
    private static final String LINES = DOCUMENT + "/{lines:(?:purchase|sales)[A-Za-z]+Lines}";

    private final String side;
    private final Documents documents;
    private final ChangeDocument changeDocument;
    private final PostDocument postDocument;
    private final ReadPosted posted;
    private final Centers centers;
    private final DocumentCalls calls;
    private final PreviewAnswers previews;
    private final DocumentBulk bulk;
    private final Permissions permissions;

    /** @param side the first word of the collections */
    DocumentEndpoint(String side, Work work, DocumentCalls calls) {
        this.side = side;
        this.documents = work.documents();
        this.changeDocument = work.change();
        this.postDocument = work.post();
        this.posted = work.posted();
        this.centers = work.centers();
        this.calls = calls;
        this.previews = work.previews();
        this.bulk = work.bulk();
        this.permissions = calls.permissions();
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@PathVariable String kind, @RequestBody Map<String, Object> values, @RequestParam(defaultValue = "") String then,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        var resource = resource(kind);
        permissions.require(resource.change());
        if (!then.isEmpty()) {
            return createAndPost(resource, values, then, idempotencyKey);
        }
        var draft = draft(new DocumentBody(resource, calls.resolved(values), calls.lenient()));
        return calls.created(resource, calls.once(idempotencyKey, "POST " + resource.collection() + calls.request(values), () -> CallAnswer.of(201, calls.write(
                calls.answers(resource).document(create(resource, draft))))));
    }

    /** Without a draft that could stay behind: where posting is refused, neither the document nor its number was ever there. */
    private ResponseEntity<String> createAndPost(DocumentResource resource, Map<String, Object> values, String then, String idempotencyKey) {
        if (!then.equals("post") || resource.kind() == DocumentKind.QUOTE) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", "then", "value", then));
        }
        permissions.require(resource.post());
        var body = DocumentBody.toPost(resource, calls.resolved(values));
        var draft = draft(body);
        return calls.onceKeyed(idempotencyKey, "POST " + resource.collection() + "?then=post" + calls.request(values), () -> {
            var request = new PostDocument.Request(create(resource, draft).key(), body.choice(), 0, permissions.login());
            return CallAnswer.of(201, calls.write(answer(resource, request, postDocument.post(request), Optional.of(LinePlaces.sent(resource.lines())))));
        });
    }

    /** Many documents at once: all or none, or each for itself (spec: api, section 5). */
    @PostMapping(path = "/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> bulk(@PathVariable String kind, @RequestBody BulkCalls.Request request, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        return bulk.answer(resource(kind), request, dryRun, idempotencyKey);
    }

    private static ChangeDocument.Draft draft(DocumentBody body) {
        return new ChangeDocument.Draft(body.key(), body.partner(), LocalDate.now(Clock.systemDefaultZone()), body.header(), body.lines());
    }

    private StoredDocument create(DocumentResource resource, ChangeDocument.Draft draft) {
        return calls.created(resource, changeDocument.create(draft, permissions.login()));
    }

    @GetMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String kind, @PathVariable String number) {
        var resource = resource(kind);
        permissions.require(resource.read());
        var mine = centers.of(resource.side(), permissions.login());
        var open = documents.find(DocumentCalls.key(resource, number)).filter(document -> mine.sees(document.particulars()));
        return open.isPresent() ? calls.answer(resource, open.get(), List.of()) : readPosted(resource, number);
    }

    /** Invoices and credit memos stay in their collection when they are posted. */
    private ResponseEntity<String> readPosted(DocumentResource resource, String number) {
        var name = new DocumentNo(number.toUpperCase(Locale.ROOT));
        return PostedResource.of(resource.collection())
                .flatMap(kind -> posted.find(kind.type(), name).map(found -> calls.answer(kind, found)))
                .orElseThrow(() -> DocumentCalls.missing(resource.collection(), number));
    }

    @PatchMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var change = calls.changing(resource, number, version);
        var header = new DocumentBody(resource, calls.writable(resource, Sent.header(change.key(), values))).header();
        return calls.answer(resource, changeDocument.head(change, header), Sent.header(change.key(), values));
    }

    @DeleteMapping(DOCUMENT)
    ResponseEntity<Void> delete(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var change = calls.changing(resource, number, version);
        calls.kept(resource, changeDocument.delete(change), Sent.nothing(change.key()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    String lines(@PathVariable String kind, @PathVariable String number, @PathVariable String lines) {
        var resource = resource(kind);
        var open = found(resource, number, lines);
        return calls.write(Map.of("value", open.isPresent() ? calls.answers(resource).lines(open.get()) : postedLines(resource, number, lines)));
    }

    private List<Map<String, Object>> postedLines(DocumentResource resource, String number, String lines) {
        return PostedResource.ofLines(lines).filter(kind -> kind.collection().equals(resource.collection()))
                .flatMap(kind -> posted.find(kind.type(), new DocumentNo(number.toUpperCase(Locale.ROOT))).map(found -> calls.postedLines(kind, found)))
                .orElseThrow(() -> DocumentCalls.missing(resource.collection(), number));
    }

    @GetMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> line(@PathVariable Map<String, String> path) {
        var resource = resource(path.getOrDefault("kind", ""));
        var sequence = sequence(path);
        var open = found(resource, path.getOrDefault("number", ""), path.getOrDefault("lines", ""));
        var line = open.map(stored -> calls.answers(resource).line(stored, sequence))
                .orElseGet(() -> postedLines(resource, path.getOrDefault("number", ""), path.getOrDefault("lines", "")).stream()
                        .filter(posted -> Integer.valueOf(sequence).equals(posted.get("sequence"))).findFirst().orElse(Map.of()));
        if (line.isEmpty()) {
            throw DocumentCalls.missing(resource.lines(), path.getOrDefault("sequence", ""));
        }
        var answer = ResponseEntity.ok();
        open.ifPresent(stored -> answer.eTag("\"" + stored.version() + "\""));
        return answer.header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + resource.lines() + "/" + line.get("id"))
                .contentType(MediaType.APPLICATION_JSON).body(calls.write(line));
    }

    private StoredDocument open(DocumentResource resource, String number, String lines) {
        return found(resource, number, lines).orElseThrow(() -> DocumentCalls.missing(resource.collection(), number));
    }

    private Optional<StoredDocument> found(DocumentResource resource, String number, String lines) {
        permissions.require(resource.read());
        var mine = centers.of(resource.side(), permissions.login());
        return documents.find(DocumentCalls.key(resource, number)).filter(document -> mine.sees(document.particulars()) && resource.lines().equals(lines));
    }

    @PostMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> addLine(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var line = new DocumentBody(resource, calls.resolved(values), calls.lenient()).line(0);
        var change = calls.changing(resource, number, version);
        return calls.answer(resource, changeDocument.lines(change, List.of(line)), Sent.line(change.key(), values, 0));
    }

    @PatchMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> changeLine(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path.getOrDefault("kind", ""));
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        var sent = Sent.line(change.key(), values, sequence(path));
        return calls.answer(resource, changeDocument.lines(change, List.of(calls.line(resource, sent))), sent);
    }

    @DeleteMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> deleteLine(@PathVariable Map<String, String> path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path.getOrDefault("kind", ""));
        var line = new LineNo(sequence(path));
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        return calls.answer(resource, changeDocument.remove(change, List.of(line)), Sent.nothing(change.key()));
    }

    @PostMapping(path = DOCUMENT + "/release", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> release(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var change = calls.changing(resource, number, version);
        return calls.answer(resource, changeDocument.release(change), Sent.nothing(change.key()));
    }

    @PostMapping(path = DOCUMENT + "/reopen", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> reopen(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var change = calls.changing(resource, number, version);
        return calls.answer(resource, changeDocument.reopen(change), Sent.nothing(change.key()));
    }

    /** Takes off the invoice discount that is agreed with the partner. */
    @PostMapping(path = DOCUMENT + "/calculateInvoiceDiscount", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> discount(@PathVariable String kind, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(kind);
        var change = calls.changing(resource, number, version);
        return calls.answer(resource, changeDocument.discount(change), Sent.nothing(change.key()));
    }

    /**
     * All that stands against releasing the document or, where the call chooses what is to be posted, against posting that; each with its place.
     * Nothing is written.
     */
    @PostMapping(path = DOCUMENT + "/validate", produces = MediaType.APPLICATION_JSON_VALUE)
    String validate(@PathVariable String kind, @PathVariable String number, @RequestBody Optional<Map<String, Object>> values) {
        var resource = resource(kind);
        permissions.require(resource.change());
        var stored = open(resource, number, resource.lines());
        var places = calls.places(resource, stored.key());
        if (values.isEmpty() || values.get().isEmpty()) {
            return calls.issues().all(places, changeDocument.issues(stored, permissions.login()));
        }
        permissions.require(resource.post());
        var asked = new Asked(resource, number, values.get(), 0, permissions.login());
        return calls.tried(() -> switch (postDocument.preview(dated(asked))) {
            case DocumentPreview.Shown _ -> calls.issues().all(places, List.of());
            case DocumentPreview.Refused refused -> calls.issues().all(places, refused.issues());
            case DocumentPreview.Missing _ -> throw DocumentCalls.missing(resource.collection(), number);
        });
    }

    /** What posting would write; nothing is written. */
    @PostMapping(path = DOCUMENT + "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    String preview(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values) {
        var resource = resource(kind);
        permissions.require(resource.post());
        var asked = new Asked(resource, number, values, 0, permissions.login());
        return calls.tried(() -> switch (postDocument.preview(dated(asked))) {
            case DocumentPreview.Shown shown -> calls.write(previews.answer(shown, asked.request().key().no()));
            case DocumentPreview.Refused refused -> throw CallOutcomes.refused(calls.places(resource, asked.request().key()), refused.issues());
            case DocumentPreview.Missing _ -> throw DocumentCalls.missing(resource.collection(), number);
        });
    }

    /** Posts what is chosen on the lines; the same key gives the first answer again. */
    @PostMapping(path = DOCUMENT + "/post", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(@PathVariable String kind, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader HttpHeaders headers) {
        var resource = resource(kind);
        permissions.require(resource.post());
        var match = Optional.ofNullable(headers.getFirst(HttpHeaders.IF_MATCH)).orElse("");
        var repeat = Optional.ofNullable(headers.getFirst("Idempotency-Key")).orElse("");
        var asked = new Asked(resource, number, values, CallOutcomes.required(match), permissions.login());
        return calls.onceKeyed(repeat, "POST " + resource.collection() + number + calls.request(values), () -> {
            var request = dated(asked);
            return CallAnswer.of(200, calls.write(answer(resource, request, postDocument.post(request), Optional.empty())));
        });
    }

    /** A posting as it was asked for: what is handled, whether it is invoiced, and on which day. */
    private record Asked(DocumentResource resource, PostDocument.Request request, Optional<LocalDate> postingDate) {
        private Asked(DocumentResource resource, String number, Map<String, Object> values, int version, String user) {
            this(resource, new BodyReader(values, resource.handle(), "invoice", "postingDate"), version, DocumentCalls.key(resource, number), user);
        }

        private Asked(DocumentResource resource, BodyReader body, int version, DocumentKey key, String user) {
            this(resource, new PostDocument.Request(key,
                    new PostingChoice(body.truth(resource.handle()).orElse(false), body.truth("invoice").orElse(false)), version, user), body.date("postingDate"));
        }
    }

    /** A posting date is kept on the document first, with all that follows from it. */
    private PostDocument.Request dated(Asked asked) {
        var request = asked.request();
        if (asked.postingDate().isEmpty()) {
            return request;
        }
        var change = new EditDocument.Change(request.key(), request.version(), request.user());
        var header = new HeaderChange(Map.of(HeaderChange.Field.POSTING_DATE, asked.postingDate().get()));
        calls.kept(asked.resource(), changeDocument.head(change, header), Sent.nothing(request.key()));
        return new PostDocument.Request(request.key(), request.choice(), 0, request.user());
    }

    /** @param sent where the lines stand, if they came with the call */
    private Map<String, Object> answer(DocumentResource resource, PostDocument.Request request, PostDocumentOutcome outcome, Optional<LinePlaces> sent) {
        return switch (outcome) {
            case PostDocumentOutcome.Posted posted -> posted(resource, posted);
            case PostDocumentOutcome.Refused refused -> throw CallOutcomes.refused(sent.orElseGet(() -> calls.places(resource, request.key())), refused.issues());
            case PostDocumentOutcome.ChangedByAnother changed -> throw calls.changedByAnother(resource, changed.now(), Sent.nothing(request.key()));
            case PostDocumentOutcome.Gone gone -> throw gone(resource, request.key().no().code(), gone);
        };
    }

    private Map<String, Object> posted(DocumentResource resource, PostDocumentOutcome.Posted posted) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("documents", posted.documents().stream()
                .map(name -> Map.of("documentType", name.type().name(), "number", name.no().code()))
                .toList());
        for (var name : posted.documents()) {
            PostedResource.of(name.type()).ifPresent(kind -> answer.put(kind.collection(), List.of(Map.of("number", name.no().code()))));
        }
        answer.put("itemRegisters", posted.itemRegister() == 0 ? List.of() : List.of(posted.itemRegister()));
        posted.document().ifPresent(document -> {
            answer.put("document", calls.answers(resource).document(document));
            answer.put(resource.singular(), calls.answers(resource).document(document));
        });
        return answer;
    }

    private DocumentResource resource(String kind) {
        return calls.resource(side + kind);
    }

    private static int sequence(Map<String, String> path) {
        return DocumentCalls.parse(path.getOrDefault("sequence", ""), "sequence");
    }

    /** Posted and removed: what became of it; never there: not found. */
    private static Problem gone(DocumentResource resource, String number, PostDocumentOutcome.Gone gone) {
        return CallOutcomes.gone(resource.collection(), number, gone.documents().stream().map(name -> name.no().code()).toList());
    }

    /** What the calls ask for. */
    @Component
    record Work(Documents documents, ChangeDocument change, PostDocument post, ReadPosted posted, PreviewAnswers previews, DocumentBulk bulk, Centers centers) {}

    /** Documents exchanged with vendors. */
    @RestController
    @RequestMapping("/api/v1/purchase" + KIND)
    static class Purchases extends DocumentEndpoint {
        Purchases(Work work, DocumentCalls calls) {
            super("purchase", work, calls);
        }
    }

    /** Documents exchanged with customers. */
    @RestController
    @RequestMapping("/api/v1/sales" + KIND)
    static class Sales extends DocumentEndpoint {
        Sales(Work work, DocumentCalls calls) {
            super("sales", work, calls);
        }
    }
}
