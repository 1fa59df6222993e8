package org.stockbook.journals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.PageOptions;

/** The journals in the API: lines of the batches of each kind, check, preview and post (spec: api, sections 5 and 11). */
@RestController
@RequestMapping(path = "/api/v1/" + JournalCalls.JOURNAL + "/code:{batch}", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemJournalEndpoint {
    private static final int MOST_OPERATIONS = 10_000;

    private final ItemJournals journals;
    private final JournalCalls calls;

    ItemJournalEndpoint(ItemJournals journals, JournalCalls calls) {
        this.journals = journals;
        this.calls = calls;
    }

    @GetMapping("/itemJournalLines")
    Map<String, Object> lines(@PathVariable String journal, @PathVariable String batch, @RequestParam Map<String, String> given) {
        var found = calls.editing(journal, batch);
        var page = PageOptions.of(given);
        var answers = calls.answers();
        var lines = journals.lines(found.address(), page.skip(), page.top()).stream().map(answers::line).toList();
        return Map.of("value", lines, "totals", answers.totals(found.totals()));
    }

    /** Creates, changes and deletes lines in one transaction; the answer holds the lines created or changed, in their order, and the totals. */
    @PostMapping("/itemJournalLines/bulk")
    Map<String, Object> save(@PathVariable String journal, @PathVariable String batch, @RequestBody BulkRequest request) {
        var address = calls.editing(journal, batch).address();
        if (request.operations().size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var resolving = calls.references().resolving(request.operations().stream().map(Operation::data).toList());
        var changes = new ArrayList<JournalLineChange>();
        for (var operation : request.operations()) {
            changes.add(change(operation, "/operations/" + changes.size(), () -> JournalCalls.values(resolving.apply(operation.data()), address.kind())));
        }
        return calls.answers().saved(journals.save(address, changes));
    }

    private JournalLineChange change(Operation operation, String place, Supplier<Map<JournalField, String>> values) {
        return switch (operation.method()) {
            case "create" -> new JournalLineChange.Added(operation.after(), values.get());
            case "update" -> new JournalLineChange.Edited(calls.line(operation.id(), place + "/id"), operation.version(), values.get());
            case "delete" -> new JournalLineChange.Deleted(calls.line(operation.id(), place + "/id"), operation.version());
            default -> throw Problem.of(400, "api.unknown-field", Map.of("field", operation.method()));
        };
    }

    /** What a line will do to stock, the lines above it counted. */
    @GetMapping("/itemJournalLines/{line}/stock")
    Map<String, Object> stock(@PathVariable String journal, @PathVariable String batch, @PathVariable String line) {
        return Map.of("value", journals.stockAfter(calls.editing(journal, batch).address(), calls.line(line, "")).stream().map(place -> Map.of(
                "itemVariantCode", place.variant().code(), "locationCode", place.location().code(), "unitOfMeasureCode", place.unit().code(), "onHand", place.onHand().toString(),
                "above", place.above().toString(), "moved", place.moved().toString(), "after", place.after().toString())).toList());
    }

    @PostMapping("/validate")
    Map<String, Object> validate(@PathVariable String journal, @PathVariable String batch) {
        var answers = calls.answers();
        return Map.of("issues", journals.validate(calls.editing(journal, batch).address()).stream().map(answers::issue).toList());
    }

    @PostMapping("/preview")
    Map<String, Object> preview(@PathVariable String journal, @PathVariable String batch) {
        return calls.answers().preview(journals.preview(calls.editing(journal, batch).address()));
    }

    @PostMapping("/post")
    ResponseEntity<Map<String, Object>> post(@PathVariable String journal, @PathVariable String batch, @RequestBody Optional<PostRequest> request,
            @RequestHeader(name = "If-Match", defaultValue = "") String match, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        var address = calls.posting(journal, batch).address();
        var version = request.map(PostRequest::version).filter(read -> read != 0).orElseGet(() -> LinesOfCall.version(match));
        var key = LinesOfCall.needed(idempotencyKey);
        return switch (LinesOfCall.once(() -> journals.post(address, version, key))) {
            case JournalPosting.Posted posted -> JournalAnswers.posted(posted);
            case JournalPosting.Refused refused -> throw calls.refused(address, refused);
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
     * @param id of the line that is changed or deleted
     * @param version of that line; 0 for whatever is there
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
