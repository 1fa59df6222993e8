package org.stockbook.transfers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.stockbook.documents.calls.Sent;
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
    private final TransferCalls transfers;
    private final CallOutcomes calls;
    private final PreviewAnswers previews;
    private final Permissions permissions;

    TransferEndpoint(Work work, TransferCalls transfers, PreviewAnswers previews, Permissions permissions) {
        this.orders = work.orders();
        this.change = work.change();
        this.post = work.post();
        this.transfers = transfers;
        this.calls = transfers.outcomes();
        this.previews = previews;
        this.permissions = permissions;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@RequestBody Map<String, Object> sent, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        var draft = draft(calls.resolved(sent), transfers.lenient());
        return calls.created(COLLECTION, calls.once(key, "POST " + COLLECTION + calls.request(sent), () ->
                CallAnswer.of(201, calls.write(transfers.answers().order(transfers.created(change.create(draft, permissions.login())))))));
    }

    static ChangeTransfer.Draft draft(Map<String, Object> values, boolean lenient) {
        return new ChangeTransfer.Draft(
                new DocumentNo(TransferBody.number(values)), LocalDate.now(Clock.systemDefaultZone()), TransferBody.change(values), TransferBody.lines(values, lenient));
    }

    @GetMapping(path = ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String number) {
        return answer(open(number));
    }

    @PatchMapping(path = ORDER, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(transfers.kept(change.head(changing(number, version), TransferBody.change(transfers.writable(Sent.header(no(number), values)))), Sent.header(no(number), values)));
    }

    @DeleteMapping(ORDER)
    ResponseEntity<Void> delete(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        transfers.kept(change.delete(changing(number, version)), Sent.nothing(no(number)));
        return ResponseEntity.noContent().build();
    }

    @GetMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    String lines(@PathVariable String number) {
        return calls.write(Map.of("value", transfers.answers().lines(open(number))));
    }

    @GetMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> line(@PathVariable String number, @PathVariable String sequence) {
        var order = open(number);
        var wanted = CallOutcomes.parse(sequence, "sequence");
        var line = order.order().lines().stream().filter(one -> one.no().value() == wanted).findFirst().orElseThrow(() -> CallOutcomes.missing(TransferBody.LINES, sequence));
        return ResponseEntity.ok().eTag("\"" + order.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(calls.write(transfers.answers().line(line, order)));
    }

    private StoredTransfer open(String number) {
        permissions.require(Permission.READ_INVENTORY);
        return orders.find(no(number)).orElseThrow(() -> CallOutcomes.missing(COLLECTION, number));
    }

    @PostMapping(path = LINES, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> addLine(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(transfers.kept(change.lines(changing(number, version), List.of(TransferBody.line(calls.resolved(values), 0, Map.of(), transfers.lenient()))), Sent.line(no(number), values, 0)));
    }

    @PatchMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> changeLine(@PathVariable String number, @PathVariable String sequence, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var wanted = CallOutcomes.parse(sequence, "sequence");
        var line = transfers.line(Sent.line(no(number), values, wanted));
        return answer(transfers.kept(change.lines(changing(number, version), List.of(line)), Sent.line(no(number), values, line.line())));
    }

    @DeleteMapping(path = LINES + "/{sequence}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> deleteLine(@PathVariable String number, @PathVariable String sequence,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var line = new LineNo(CallOutcomes.parse(sequence, "sequence"));
        return answer(transfers.kept(change.remove(changing(number, version), List.of(line)), Sent.nothing(no(number))));
    }

    @PostMapping(path = ORDER + "/release", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> release(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(transfers.kept(change.release(changing(number, version)), Sent.nothing(no(number))));
    }

    @PostMapping(path = ORDER + "/reopen", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> reopen(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        return answer(transfers.kept(change.reopen(changing(number, version)), Sent.nothing(no(number))));
    }

    /**
     * All that stands against releasing the order or, where the call chooses what is to be posted, against posting that; each with its place.
     * Nothing is written.
     */
    @PostMapping(path = ORDER + "/validate", produces = MediaType.APPLICATION_JSON_VALUE)
    String validate(@PathVariable String number, @RequestBody Optional<Map<String, Object>> values) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        var stored = open(number);
        var places = transfers.places(no(number));
        if (values.isEmpty() || values.get().isEmpty()) {
            return transfers.issues().all(places, ChangeTransfer.againstRelease(stored));
        }
        permissions.require(Permission.POST_TRANSFERS);
        return switch (asked(number, 0, values.get(), post::preview)) {
            case DocumentPreview.Shown _ -> transfers.issues().all(places, List.of());
            case DocumentPreview.Refused refused -> transfers.issues().all(places, refused.issues());
            case DocumentPreview.Missing _ -> throw CallOutcomes.missing(COLLECTION, number);
        };
    }

    /** What posting would write; nothing is written. */
    @PostMapping(path = ORDER + "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    String preview(@PathVariable String number, @RequestBody Map<String, Object> values) {
        permissions.require(Permission.POST_TRANSFERS);
        return switch (asked(number, 0, values, post::preview)) {
            case DocumentPreview.Shown shown -> calls.write(previews.answer(shown, no(number)));
            case DocumentPreview.Refused refused -> throw CallOutcomes.refused(transfers.places(no(number)), refused.issues());
            case DocumentPreview.Missing _ -> throw CallOutcomes.missing(COLLECTION, number);
        };
    }

    /** Ships, receives or both; the same key gives the first answer again. */
    @PostMapping(path = ORDER + "/post", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(@PathVariable String number, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.POST_TRANSFERS);
        var read = CallOutcomes.required(version);
        return calls.onceKeyed(key, "POST " + COLLECTION + number + "/post" + calls.request(values), () -> switch (asked(number, read, values, post::post)) {
            case Outcome.Posted posted -> CallAnswer.of(200, calls.write(transfers.answers().posted(posted)));
            case Outcome.Refused refused -> throw CallOutcomes.refused(transfers.places(no(number)), refused.issues());
            case Outcome.ChangedByAnother changed -> throw transfers.changedByAnother(changed.now(), Sent.nothing(no(number)));
            case Outcome.Missing missing -> throw CallOutcomes.gone(COLLECTION, number, missing.documents().stream().map(DocumentNo::code).toList());
        });
    }

    private <T> T asked(String number, int version, Map<String, Object> values, BiFunction<PostTransferOrder.Request, Step, T> work) {
        var body = new BodyReader(values, "ship", "receive", "postingDate");
        var ship = body.truth("ship").orElse(false);
        var receive = body.truth("receive").orElse(false);
        if (!ship && !receive) {
            throw Problem.of(422, "common.nothing-to-post", Map.of());
        }
        var step = ship && receive ? Step.SHIP_AND_RECEIVE : ship ? Step.SHIP : Step.RECEIVE;
        return work.apply(new PostTransferOrder.Request(no(number), body.date("postingDate"), version, permissions.login()), step);
    }

    private Change changing(String number, String version) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        return new Change(no(number), CallOutcomes.required(version), permissions.login());
    }

    static DocumentNo no(String number) {
        return new DocumentNo(number.toUpperCase(Locale.ROOT));
    }

    private ResponseEntity<String> answer(StoredTransfer order) {
        return ResponseEntity.ok().eTag("\"" + order.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + COLLECTION + "/" + calls.id(COLLECTION, order.id()))
                .contentType(MediaType.APPLICATION_JSON).body(calls.write(transfers.answers().order(order)));
    }
}
