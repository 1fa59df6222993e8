package org.stockbook.generaljournal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.generaljournal.DraftBatch;
import org.stockbook.generaljournal.EditGeneralJournal;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.generaljournal.JournalPosted;
import org.stockbook.generaljournal.LineChange;
import org.stockbook.generaljournal.LinesSaved;
import org.stockbook.generaljournal.PostGeneralJournal;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.PageOptions;

/** The general journal in the API: the lines of a batch, check, preview and post (spec: api, sections 5 and 11; finance, section 3). */
@RestController
@RequestMapping(path = "/api/v1/journals", produces = MediaType.APPLICATION_JSON_VALUE)
class GeneralJournalEndpoint {
    private static final int MOST_OPERATIONS = 10_000;

    private final EditGeneralJournal editing;
    private final PostGeneralJournal posting;
    private final Permissions permissions;
    private final Identities identities;
    private final Views views;

    GeneralJournalEndpoint(EditGeneralJournal editing, PostGeneralJournal posting, Permissions permissions, Identities identities, Views views) {
        this.editing = editing;
        this.posting = posting;
        this.permissions = permissions;
        this.identities = identities;
        this.views = views;
    }

    @GetMapping("/code:{batch}/journalLines")
    Map<String, Object> lines(@PathVariable String batch, @RequestParam Map<String, String> given) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var known = known(batch);
        var page = PageOptions.of(given);
        var answers = answers();
        return Map.of("value", editing.lines(known, page.skip(), page.top()).stream().map(answers::line).toList(),
                "totals", answers.totals(editing.totals(known)));
    }

    private DraftBatch known(String batch) {
        return editing.batch(new JournalBatchName(batch))
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "journals", "value", batch)));
    }

    private GeneralJournalAnswers answers() {
        return new GeneralJournalAnswers(views.current(), identities);
    }

    /** Creates, changes and deletes lines in one transaction; the answer holds the lines created or changed, in their order, and the totals. */
    @PostMapping("/code:{batch}/journalLines/bulk")
    Map<String, Object> save(@PathVariable String batch, @RequestBody BulkRequest request) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var name = known(batch).name();
        if (request.operations().size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var changes = new ArrayList<LineChange>();
        request.operations().forEach(operation -> changes.add(change(operation, "/operations/" + changes.size())));
        var answers = answers();
        return switch (editing.save(name, changes)) {
            case LinesSaved.Kept(var lines, var totals) -> Map.of("lines", lines.stream().map(answers::line).toList(), "totals", answers.totals(totals));
            case LinesSaved.ChangedByAnother(var ids) -> throw new Problem(new Problem.Facts(412, "common.changed-by-another", Map.of(), ids.stream()
                    .map(id -> new Problem.Part("common.changed-by-another", "error", "", Map.of("collection", GeneralJournalAnswers.LINES, "id", answers.id(id)), Map.of())).toList()));
        };
    }

    private LineChange change(Operation operation, String place) {
        var values = values(operation.data());
        return switch (operation.method()) {
            case "create" -> new LineChange.Added(operation.after(), values);
            case "update" -> new LineChange.Edited(line(operation, place), operation.version(), values);
            case "delete" -> new LineChange.Deleted(line(operation, place), operation.version());
            default -> throw Problem.of(400, "api.unknown-field", Map.of("field", operation.method()));
        };
    }

    private long line(Operation operation, String place) {
        return identities.key(GeneralJournalAnswers.LINES, operation.id())
                .orElseThrow(() -> Problem.at(422, "api.reference-not-found", place + "/id", Map.of("field", "id", "value", operation.id())));
    }

    /** The fields of a line as they were sent. */
    static Map<GeneralJournalField, String> values(Map<String, Object> data) {
        var values = new EnumMap<GeneralJournalField, String>(GeneralJournalField.class);
        data.forEach((property, value) -> values.put(field(property), text(property, value)));
        return values;
    }

    private static String text(String property, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal figure -> figure.toPlainString();
            case String _, Number _, Boolean _ -> value.toString().replace("\u0000", "");
            default -> throw Problem.at(400, "api.value-unreadable", "/" + property, Map.of("field", property, "value", "…"));
        };
    }

    /** The closing flag is set by closing a year, never typed. */
    private static GeneralJournalField field(String property) {
        return GeneralJournalField.ofProperty(property).filter(field -> field != GeneralJournalField.CLOSING)
                .orElseThrow(() -> Problem.of(400, "api.unknown-field", Map.of("field", property)));
    }

    @PostMapping("/code:{batch}/validate")
    Map<String, Object> validate(@PathVariable String batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var answers = answers();
        return Map.of("issues", posting.preview(known(batch).name()).issues().stream().map(answers::issue).toList());
    }

    @PostMapping("/code:{batch}/preview")
    Map<String, Object> preview(@PathVariable String batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return answers().preview(posting.preview(known(batch).name()));
    }

    @PostMapping("/code:{batch}/post")
    ResponseEntity<Map<String, Object>> post(@PathVariable String batch, @RequestBody Optional<PostRequest> request,
            @RequestHeader(name = "If-Match", defaultValue = "") String match, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        var version = request.map(PostRequest::version).filter(read -> read != 0).orElseGet(() -> LinesOfCall.version(match));
        var key = LinesOfCall.needed(idempotencyKey);
        return switch (LinesOfCall.once(() -> posting.post(known(batch).name(), version, key))) {
            case JournalPosted.Posted posted when posted.replayed() -> ResponseEntity.ok().header("Idempotency-Replayed", "true").body(GeneralJournalAnswers.posted(posted));
            case JournalPosted.Posted posted -> ResponseEntity.ok(GeneralJournalAnswers.posted(posted));
            case JournalPosted.Refused refused -> throw answers().refused(refused, editing.lines(known(batch), 0, Integer.MAX_VALUE).stream().map(line -> line.line().lineNo()).toList());
        };
    }

    /** The operations of one request. */
    record BulkRequest(List<Operation> operations) {
        BulkRequest {
            operations = operations == null ? List.of() : new ArrayList<>(operations);
        }
    }

    /**
     * One operation.
     *
     * @param method create, update or delete
     * @param after sequence behind which a created line stands, 0 for the end
     * @param data values by property
     */
    record Operation(String method, String id, int version, int after, Map<String, Object> data) {
        Operation {
            method = method == null ? "" : method;
            id = id == null ? "" : id;
            data = data == null ? Map.of() : new LinkedHashMap<>(data);
        }
    }

    /** The batch version that was read, where no header says it. */
    record PostRequest(long version) {}
}
