package org.stockbook.transfers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.PreviewAnswers;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.ChangeTransfer.Change;
import org.stockbook.transfers.PostTransferOrder;
import org.stockbook.transfers.PostTransferOrder.Outcome;
import org.stockbook.transfers.PostTransferOrder.Step;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferChanged;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.web.Problem;

/** Transfer orders: create, read, change, release, ship and receive (spec: api, sections 5 and 11; transfer). */
@RestController
@RequestMapping("/api/v1/" + TransferEndpoint.COLLECTION)
class TransferEndpoint {
    static final String COLLECTION = "transferOrders";

    private static final String ORDER = "/number:{number}";
    private static final String LINES = ORDER + "/" + TransferBody.LINES;

    private final TransferOrders orders;
    private final ChangeTransfer change;
    private final PostTransferOrder post;
    private final CallOutcomes calls;
    private final PreviewAnswers previews;
    private final Permissions permissions;

    TransferEndpoint(Work work, CallOutcomes calls, PreviewAnswers previews, Permissions permissions) {
        this.orders = work.orders();
        this.change = work.change();
        this.post = work.post();
        this.calls = calls;
        this.previews = previews;
        this.permissions = permissions;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@RequestBody Map<String, Object> values, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        var draft = new ChangeTransfer.Draft(
                new DocumentNo(TransferBody.number(values)), LocalDate.now(Clock.systemDefaultZone()), TransferBody.change(values), TransferBody.lines(values));
        return calls.once(key, "POST " + COLLECTION + calls.write(values), () ->
                CallAnswer.of(201, calls.write(TransferAnswers.order(kept(change.create(draft, permissions.login()))))));
    }

    @GetMapping(path = ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String number) {
        permissions.require(Permission.READ_INVENTORY);
        return answer(orders.find(no(number)).orElseThrow(() -> CallOutcomes.missing(COLLECTION, number)));
    }

    @PatchMapping(path = ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(kept(change.head(changing(number, version), TransferBody.change(values))));
    }

    @DeleteMapping(ORDER)
    ResponseEntity<Void> delete(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        kept(change.delete(changing(number, version)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> addLine(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(kept(change.lines(changing(number, version), List.of(TransferBody.line(values, 0)))));
    }

    @PatchMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> changeLine(@PathVariable String number, @PathVariable String sequence, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var line = TransferBody.line(values, CallOutcomes.parse(sequence, "sequence"));
        return answer(kept(change.lines(changing(number, version), List.of(line))));
    }

    @DeleteMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> deleteLine(@PathVariable String number, @PathVariable String sequence,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(kept(change.remove(changing(number, version), List.of(new LineNo(CallOutcomes.parse(sequence, "sequence"))))));
    }

    @PostMapping(path = ORDER + "/release", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> release(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(kept(change.release(changing(number, version))));
    }

    @PostMapping(path = ORDER + "/reopen", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> reopen(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(kept(change.reopen(changing(number, version))));
    }

    /** What posting would write; nothing is written. */
    @PostMapping(path = ORDER + "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    String preview(@PathVariable String number, @RequestBody Map<String, Object> values) {
        permissions.require(Permission.POST_TRANSFERS);
        return switch (asked(number, "", values, post::preview)) {
            case DocumentPreview.Shown shown -> calls.write(previews.answer(shown));
            case DocumentPreview.Refused refused -> throw CallOutcomes.refused(TransferBody.LINES, refused.issues());
            case DocumentPreview.Missing _ -> throw CallOutcomes.missing(COLLECTION, number);
        };
    }

    /** Ships, receives or both; the same key gives the first answer again. */
    @PostMapping(path = ORDER + "/post", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.POST_TRANSFERS);
        return calls.once(key, "POST " + COLLECTION + number + "/post" + calls.write(values), () -> switch (asked(number, version, values, post::post)) {
            case Outcome.Posted posted -> CallAnswer.of(200, calls.write(TransferAnswers.posted(posted)));
            case Outcome.Refused refused -> throw CallOutcomes.refused(TransferBody.LINES, refused.issues());
            case Outcome.ChangedByAnother changed -> throw CallOutcomes.changedByAnother(changed.version());
            case Outcome.Missing missing -> throw CallOutcomes.gone(COLLECTION, number, missing.documents().stream().map(DocumentNo::code).toList());
        });
    }

    private <T> T asked(String number, String version, Map<String, Object> values, BiFunction<PostTransferOrder.Request, Step, T> work) {
        var body = new BodyReader(values, "ship", "receive", "postingDate");
        var ship = body.truth("ship").orElse(false);
        var receive = body.truth("receive").orElse(false);
        if (!ship && !receive) {
            throw Problem.of(422, "common.nothing-to-post", Map.of());
        }
        var step = ship && receive ? Step.SHIP_AND_RECEIVE : ship ? Step.SHIP : Step.RECEIVE;
        return work.apply(new PostTransferOrder.Request(no(number), body.date("postingDate"), CallOutcomes.version(version), permissions.login()), step);
    }

    private Change changing(String number, String version) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        return new Change(no(number), CallOutcomes.required(version), permissions.login());
    }

    static DocumentNo no(String number) {
        return new DocumentNo(number.toUpperCase(Locale.ROOT));
    }

    static StoredTransfer kept(TransferChanged changed) {
        return switch (changed) {
            case TransferChanged.Kept kept -> kept.order();
            case TransferChanged.Refused refused -> throw CallOutcomes.refused(TransferBody.LINES, refused.issues());
            case TransferChanged.ChangedByAnother other -> throw CallOutcomes.changedByAnother(other.version());
            case TransferChanged.Missing _ -> throw Problem.of(404, "api.not-found", Map.of());
        };
    }

    private ResponseEntity<String> answer(StoredTransfer order) {
        return ResponseEntity.ok().eTag("\"" + order.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(calls.write(TransferAnswers.order(order)));
    }
}
