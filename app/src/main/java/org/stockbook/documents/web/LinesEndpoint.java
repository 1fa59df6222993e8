package org.stockbook.documents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.corrections.CopyDocument;
import org.stockbook.documents.corrections.TakeOverPosted;
import org.stockbook.documents.posted.ReadPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.web.Problem;

/** Fills open documents with lines of others: receipts and shipments to invoice, posted lines to reverse, copies (spec: api, section 5.1). */
@RestController
@RequestMapping("/api/v1/{side:purchase|sales}" + DocumentEndpoint.KIND + "/number:{number}")
class LinesEndpoint {
    private final TakeOverPosted takeOver;
    private final CopyDocument copyDocument;
    private final ReadPosted posted;
    private final DocumentCalls calls;

    LinesEndpoint(TakeOverPosted takeOver, CopyDocument copyDocument, ReadPosted posted, DocumentCalls calls) {
        this.takeOver = takeOver;
        this.copyDocument = copyDocument;
        this.posted = posted;
        this.calls = calls;
    }

    /** Named after what is taken over; each collection has one such action. */
    @PostMapping(
            path = "/{action:getReceiptLines|getShipmentLines|getReturnShipmentLines|getReturnReceiptLines}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> takeOver(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path);
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        var source = TakeOverPosted.sourceOf(resource.side(), resource.kind())
                .filter(type -> action(type).equals(path.get("action")))
                .orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
        var wanted = new ArrayList<PostedLineKey>();
        for (var line : new BodyReader(values, "lines").list("lines", "number", "sequence")) {
            wanted.addAll(line.has("sequence") ? List.of(line.line(source)) : linesOf(source, line.code("number")));
        }
        var outcome = takeOver.take(change, wanted);
        return calls.answer(resource, calls.kept(resource, outcome.changed(), Sent.nothing(change.key())), outcome.skipped());
    }

    private static String action(DocumentType source) {
        return switch (source) {
            case PURCHASE_RECEIPT -> "getReceiptLines";
            case SALES_SHIPMENT -> "getShipmentLines";
            case PURCHASE_RETURN_SHIPMENT -> "getReturnShipmentLines";
            default -> "getReturnReceiptLines";
        };
    }

    private List<PostedLineKey> linesOf(DocumentType type, String number) {
        var document = posted.find(type, new DocumentNo(number)).orElseThrow(() -> DocumentCalls.missing("lines", number));
        return document.lines().stream()
                .filter(line -> !line.corrected() && !line.quantity().equals(line.invoiced()))
                .map(line -> new PostedLineKey(type, document.header().no(), line.line().no()))
                .toList();
    }

    /** Copies all lines of another document, open or posted. */
    @PostMapping(path = "/copy", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> copy(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        calls.permissions().require(resource(path).change());
        var body = new BodyReader(values, "collection", "number", "posted");
        var collection = body.text("collection").orElse("");
        var number = new DocumentNo(body.code("number"));
        var ofPosted = PostedResource.of(collection).filter(_ -> DocumentResource.of(collection).isEmpty() || body.code("posted").equals("TRUE"));
        var source = ofPosted.<CopyDocument.Source>map(kind -> new CopyDocument.Source.Posted(kind.type(), number))
                .orElseGet(() -> new CopyDocument.Source.Open(DocumentCalls.key(calls.resource(collection), number.code())));
        return copied(path, version, source);
    }

    /** Copies posted lines so that they go back at exactly their cost. */
    @PostMapping(path = "/getPostedLinesToReverse", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> reverse(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        calls.permissions().require(resource(path).change());
        var keys = new ArrayList<PostedLineKey>();
        for (var line : new BodyReader(values, "lines").list("lines", "collection", "number", "sequence")) {
            var collection = line.text("collection").orElse("");
            var type = PostedResource.of(collection).orElseThrow(() -> BodyReader.unreadable("collection", collection)).type();
            keys.addAll(line.has("sequence") ? List.of(line.line(type)) : allLinesOf(type, line.code("number")));
        }
        return copied(path, version, new CopyDocument.Source.PostedLines(keys));
    }

    private List<PostedLineKey> allLinesOf(DocumentType type, String number) {
        var document = posted.find(type, new DocumentNo(number)).orElseThrow(() -> DocumentCalls.missing("lines", number));
        return document.lines().stream().map(line -> new PostedLineKey(type, document.header().no(), new LineNo(line.line().no().value()))).toList();
    }

    private ResponseEntity<String> copied(Map<String, String> path, String version, CopyDocument.Source source) {
        var resource = resource(path);
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        var outcome = copyDocument.copy(change, source);
        return calls.answer(resource, calls.kept(resource, outcome.changed(), Sent.nothing(change.key())), outcome.skipped());
    }

    private DocumentResource resource(Map<String, String> path) {
        var kind = path.getOrDefault("kind", "");
        return calls.resource(path.getOrDefault("side", "").toLowerCase(Locale.ROOT) + kind);
    }
}
