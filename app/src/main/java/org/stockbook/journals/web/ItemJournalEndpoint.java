package org.stockbook.journals.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.JournalSaved;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** The item journal in the API: batches, their lines, check, preview and post (spec: api, sections 5 and 11). */
@RestController
@RequestMapping("/api/v1/itemJournals")
class ItemJournalEndpoint {
    private static final int MOST_LINES = 1000;
    private static final int MOST_OPERATIONS = 10_000;

    private final ObjectProvider<ItemJournals> postedBehind;
    private final Permissions permissions;
    private final Views views;

    ItemJournalEndpoint(ObjectProvider<ItemJournals> postedBehind, Permissions permissions, Views views) {
        this.postedBehind = postedBehind;
        this.permissions = permissions;
        this.views = views;
    }

    /** The journal, once it is there; until then the address says that it takes no requests. */
    private ItemJournals journals() {
        return postedBehind.stream().findFirst().orElseThrow(() -> Problem.of(501, "api.not-supported", Map.of()));
    }

    @GetMapping
    Map<String, Object> batches() {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return Map.of("value", journals().batches().stream().map(batch -> Map.of(
                "code", batch.name().code(), "displayName", batch.description(), "lines", batch.totals().lines())).toList());
    }

    @GetMapping("/code:{batch}/itemJournalLines")
    Map<String, Object> lines(@PathVariable String batch, @RequestParam(defaultValue = "0") int skip, @RequestParam(defaultValue = "100") int top) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        var name = known(batch);
        var answers = answers();
        var lines = journals().lines(name, Math.max(0, skip), Math.clamp(top, 1, MOST_LINES)).stream().map(answers::line).toList();
        return Map.of("value", lines, "totals", answers.totals(journals().batch(name).orElseThrow().totals()));
    }

    private JournalBatchName known(String batch) {
        var name = new JournalBatchName(batch);
        return journals().batch(name).map(found -> found.name())
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "itemJournals", "value", batch)));
    }

    private JournalAnswers answers() {
        return new JournalAnswers(views.current());
    }

    /** Creates, changes and deletes lines in one transaction; the answer holds the lines created or changed, in their order, and the totals. */
    @PostMapping("/code:{batch}/itemJournalLines/bulk")
    Map<String, Object> save(@PathVariable String batch, @RequestBody BulkRequest request) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        var name = known(batch);
        if (request.operations().size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var deleted = request.operations().stream().filter(operation -> operation.method().equals("delete")).map(Operation::id).toList();
        var changes = request.operations().stream().filter(operation -> !operation.method().equals("delete")).map(ItemJournalEndpoint::change).toList();
        if (!deleted.isEmpty()) {
            journals().delete(name, deleted);
        }
        var answers = answers();
        return switch (journals().save(name, changes)) {
            case JournalSaved.Kept(var lines, var totals) -> Map.of("lines", lines.stream().map(answers::line).toList(), "totals", answers.totals(totals));
            case JournalSaved.ChangedByAnother(var ids) -> throw new Problem(new Problem.Facts(412, "common.changed-by-another", Map.of(),
                    ids.stream().map(id -> new Problem.Part("common.changed-by-another", "error", "", Map.of("collection", "itemJournalLines", "id", id), Map.of())).toList()));
        };
    }

    private static JournalLineChange change(Operation operation) {
        var values = new HashMap<JournalField, String>();
        operation.data().forEach((property, value) -> values.put(field(property), value == null ? "" : value.toString()));
        return switch (operation.method()) {
            case "create" -> new JournalLineChange.Added(operation.after(), values);
            case "update" -> new JournalLineChange.Edited(operation.id(), operation.version(), values);
            default -> throw Problem.of(400, "api.unknown-field", Map.of("field", operation.method()));
        };
    }

    private static JournalField field(String property) {
        return JournalField.ofProperty(property).orElseThrow(() -> Problem.of(400, "api.unknown-field", Map.of("field", property)));
    }

    @PostMapping("/code:{batch}/validate")
    Map<String, Object> validate(@PathVariable String batch) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        var answers = answers();
        return Map.of("issues", journals().validate(known(batch)).stream().map(answers::issue).toList());
    }

    @PostMapping("/code:{batch}/preview")
    Map<String, Object> preview(@PathVariable String batch) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return answers().preview(journals().preview(known(batch)));
    }

    @PostMapping("/code:{batch}/post")
    Map<String, Object> post(@PathVariable String batch, @RequestBody Optional<PostRequest> request,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        permissions.require(Permission.POST_ITEM_JOURNAL);
        var version = request.map(PostRequest::version).orElse(0L);
        return switch (journals().post(known(batch), version, idempotencyKey)) {
            case JournalPosting.Posted posted -> JournalAnswers.posted(posted);
            case JournalPosting.Refused refused -> throw answers().refused(refused);
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
    record Operation(String method, long id, int version, int after, Map<String, Object> data) {
        Operation {
            method = method == null ? "" : method;
            data = data == null ? Map.of() : new LinkedHashMap<>(data);
        }
    }

    /** The batch version that was read; 0 or absent posts what is there. */
    record PostRequest(long version) {}
}
