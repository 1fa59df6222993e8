package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.corrections.CorrectInvoice;
import org.stockbook.documents.corrections.CorrectionOutcome;
import org.stockbook.documents.corrections.UndoPosted;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.documents.posted.ReadPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.web.Problem;

/** Posted documents: read, and taken back (spec: api, sections 5.1 and 11). */
@RestController
@RequestMapping("/api/v1")
class PostedEndpoint {
    private static final String HANDLED = "/{collection:purchaseReceipts|purchaseReturnShipments|salesShipments|returnReceipts}/number:{number}";
    /** Before the key of a line of an invoice or credit memo that is posted. */
    static final String POSTED = "posted:";
    private static final String INVOICES = "/{collection:purchaseInvoices|salesInvoices}/number:{number}";

    private final ReadPosted posted;
    private final UndoPosted undoPosted;
    private final CorrectInvoice correctInvoice;
    private final DocumentCalls calls;
    private final DocumentRows rows;

    PostedEndpoint(ReadPosted posted, UndoPosted undoPosted, CorrectInvoice correctInvoice, DocumentCalls calls, DocumentRows rows) {
        this.rows = rows;
        this.posted = posted;
        this.undoPosted = undoPosted;
        this.correctInvoice = correctInvoice;
        this.calls = calls;
    }

    @GetMapping(path = HANDLED, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String collection, @PathVariable String number) {
        var resource = resource(collection);
        calls.permissions().require(resource.read());
        return calls.answer(resource, find(resource, number));
    }

    /** A line of a posted invoice or credit memo, which stands among those of open ones. */
    @GetMapping(path = "/{lines:(?:purchase|sales)(?:Invoice|CreditMemo)Lines}/" + POSTED + "{key:[0-9]{1,18}}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> line(@PathVariable String lines, @PathVariable long key) {
        var resource = PostedResource.ofLines(lines).orElseThrow();
        calls.permissions().require(resource.read());
        var place = rows.postedLines(resource.type().name()).read(RowRequest.of(Criterion.equal("id", key)).selecting(Set.of("documentNumber", "sequence")).page(0, 1)).rows().stream()
                .findFirst().orElseThrow(() -> DocumentCalls.missing(lines, ""));
        var line = calls.postedLine(resource, find(resource, place.text("documentNumber")), place.figure("sequence").intValue());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + lines + "/" + line.get("id")).contentType(MediaType.APPLICATION_JSON).body(calls.write(line));
    }

    /** Takes lines back that are not invoiced; all lines that can be if none are named. */
    @PostMapping(path = HANDLED + "/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> undo(@PathVariable String collection, @PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        var resource = resource(collection);
        calls.permissions().require(resource.post());
        var document = find(resource, number);
        var named = new BodyReader(values, "lines").list("lines", "sequence").stream().map(line -> new LineNo(line.number("sequence"))).toList();
        var lines = (named.isEmpty() ? reversible(document) : named).stream()
                .map(line -> new PostedLineKey(resource.type(), document.header().no(), line))
                .toList();
        return calls.onceKeyed(key, "POST " + collection + number + "/undo" + values, () -> {
            var issues = undoPosted.undo(lines, calls.permissions().login());
            if (!issues.isEmpty()) {
                throw CallOutcomes.refused(places(resource, document), issues);
            }
            return CallAnswer.of(200, calls.write(calls.posted(resource, find(resource, number))));
        });
    }

    private static LinePlaces places(PostedResource resource, PostedDocument document) {
        return LinePlaces.of(resource.lines(), document.lines().stream().map(line -> line.line().no().value()));
    }

    private static List<LineNo> reversible(PostedDocument document) {
        return document.lines().stream()
                .filter(line -> line.line().subject().isItem() && !line.corrected())
                .map(line -> line.line().no())
                .toList();
    }

    /** What may be done about a posted invoice, or why not. */
    @GetMapping(path = INVOICES + "/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    String corrections(@PathVariable String collection, @PathVariable String number) {
        var resource = resource(collection);
        calls.permissions().require(resource.read());
        find(resource, number);
        var reasons = correctInvoice.reasonsAgainst(request(resource, number, Map.of())).orElseThrow(() -> DocumentCalls.missing(collection, number));
        var value = List.of("cancel", "correct", "createCorrectiveCreditMemo").stream()
                .map(action -> Map.of("action", action, "allowed", reasons.isEmpty(), "reasons", calls.notices(reasons)))
                .toList();
        return calls.write(Map.of("value", value));
    }

    @PostMapping(path = INVOICES + "/{action:cancel|correct|createCorrectiveCreditMemo}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> correct(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values, @RequestHeader HttpHeaders headers) {
        var resource = resource(path.getOrDefault("collection", ""));
        calls.permissions().require(resource.post());
        var document = find(resource, path.getOrDefault("number", ""));
        var request = request(resource, path.getOrDefault("number", ""), values);
        var action = path.getOrDefault("action", "");
        var repeat = headers.getFirst("Idempotency-Key");
        return calls.onceKeyed(repeat == null ? "" : repeat, "POST " + path + values, () -> {
            var outcome = switch (action) {
                case "cancel" -> correctInvoice.cancel(request);
                case "correct" -> correctInvoice.correct(request);
                default -> correctInvoice.prepareCreditMemo(request);
            };
            return switch (outcome) {
                case CorrectionOutcome.Done done -> CallAnswer.of(200, calls.write(done(done)));
                case CorrectionOutcome.Refused refused -> throw CallOutcomes.refused(places(resource, document), refused.issues());
                case CorrectionOutcome.Missing _ -> throw DocumentCalls.missing(resource.collection(), request.invoice().code());
            };
        });
    }

    private Map<String, Object> done(CorrectionOutcome.Done done) {
        var answer = new LinkedHashMap<String, Object>();
        done.documents().forEach(name -> PostedResource.of(name.type())
                .ifPresent(kind -> answer.put(kind.collection(), List.of(Map.of("number", name.no().code())))));
        done.draft().ifPresent(draft -> DocumentResource.of(draft.key())
                .ifPresent(kind -> answer.put("document", calls.answers(kind).document(draft))));
        return answer;
    }

    private CorrectInvoice.Request request(PostedResource resource, String number, Map<String, Object> values) {
        return new CorrectInvoice.Request(
                resource.wording().side(), new DocumentNo(number.toUpperCase(Locale.ROOT)),
                new BodyReader(values, "postingDate").date("postingDate"), calls.permissions().login());
    }

    private static PostedResource resource(String collection) {
        return PostedResource.of(collection).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
    }

    private PostedDocument find(PostedResource resource, String number) {
        return posted.find(resource.type(), new DocumentNo(number.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> DocumentCalls.missing(resource.collection(), number));
    }
}
