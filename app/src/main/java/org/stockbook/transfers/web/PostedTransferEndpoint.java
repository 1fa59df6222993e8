package org.stockbook.transfers.web;

import java.util.List;
import java.util.Map;
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
import org.stockbook.documents.calls.IssueAnswers;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.PostedTransferDocument;
import org.stockbook.transfers.PostedTransfers;
import org.stockbook.transfers.UndoTransferShipment;

/** Posted transfers: read, and shipments taken back (spec: api, section 11; transfer, section 11). */
@RestController
@RequestMapping("/api/v1")
class PostedTransferEndpoint {
    private final PostedTransfers posted;
    private final UndoTransferShipment undo;
    private final CallOutcomes calls;
    private final IssueAnswers words;
    private final Permissions permissions;

    PostedTransferEndpoint(PostedTransfers posted, UndoTransferShipment undo, IssueAnswers words, Permissions permissions) {
        this.posted = posted;
        this.undo = undo;
        this.calls = words.outcomes();
        this.words = words;
        this.permissions = permissions;
    }

    @GetMapping(path = "/transferShipments/number:{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> shipment(@PathVariable String number) {
        return read(PostedKind.SHIPMENTS, number);
    }

    @GetMapping(path = "/transferReceipts/number:{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> receipt(@PathVariable String number) {
        return read(PostedKind.RECEIPTS, number);
    }

    @GetMapping(path = "/postedDirectTransfers/number:{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> directTransfer(@PathVariable String number) {
        return read(PostedKind.DIRECT_TRANSFERS, number);
    }

    private ResponseEntity<String> read(PostedKind kind, String number) {
        permissions.require(Permission.READ_INVENTORY);
        var body = new TransferAnswers(words).document(kind, find(kind, number));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + kind.collection() + "/" + body.get("id")).contentType(MediaType.APPLICATION_JSON).body(calls.write(body));
    }

    private PostedTransferDocument find(PostedKind kind, String number) {
        return posted.find(kind.type(), TransferEndpoint.no(number)).orElseThrow(() -> CallOutcomes.missing(kind.collection(), number));
    }

    /** Takes lines back that nobody has received; all that can be if none are named. */
    @PostMapping(path = "/transferShipments/number:{number}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> undo(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.POST_TRANSFERS);
        var document = find(PostedKind.SHIPMENTS, number);
        var named = new BodyReader(values, "lines").list("lines", "sequence").stream().map(line -> new LineNo(line.number("sequence"))).toList();
        var lines = (named.isEmpty() ? reversible(document) : named).stream().map(line -> new PostedLineKey(document.type(), document.no(), line)).toList();
        return calls.onceKeyed(key, "POST transferShipments" + number + "/undo" + calls.request(values), () -> {
            var issues = undo.undo(lines, permissions.login());
            if (!issues.isEmpty()) {
                throw CallOutcomes.refused(LinePlaces.of(PostedKind.SHIPMENTS.lines(), document.lines().stream().map(line -> line.no().value())), issues);
            }
            return CallAnswer.of(200, calls.write(new TransferAnswers(words).document(PostedKind.SHIPMENTS, find(PostedKind.SHIPMENTS, number))));
        });
    }

    private static List<LineNo> reversible(PostedTransferDocument document) {
        return document.lines().stream().filter(line -> !line.corrected()).map(PostedTransferDocument.Line::no).toList();
    }
}
